package org.cosmofab.agent.cli;

import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.tcp.TcpWire;
import org.cosmofab.bridge.wire.WireOpener;
import org.cosmofab.bridge.wire.WireUnavailable;

/** Where a machine is, in the words of a person. */
final class MachinePort {
    private static final String TCP = "tcp:";

    private MachinePort() {}

    /** @param port a device path, or {@code tcp:host:port} */
    static WireOpener of(String port, int baud) {
        if (!port.startsWith(TCP)) {
            return SerialWire.opener(port, baud);
        }
        String[] parts = port.substring(TCP.length()).split(":", -1);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,5}") || Integer.parseInt(parts[1]) > 65_535) {
            throw new WireUnavailable(port + " is no place; write it like tcp:host:port");
        }
        return TcpWire.opener(parts[0], Integer.parseInt(parts[1]));
    }
}
