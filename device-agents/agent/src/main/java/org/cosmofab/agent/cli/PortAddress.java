package org.cosmofab.agent.cli;

import java.util.Optional;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.tcp.TcpWire;
import org.cosmofab.bridge.wire.WireOpener;

/** Where a machine is, as people write it. */
final class PortAddress {
    private static final String TCP = "tcp:";
    private static final int PORT_MAX = 65_535;

    /** What is right, for messages. */
    static final String FORM = "a device path or tcp:host:port with a port from 1 to " + PORT_MAX;

    private PortAddress() {}

    /** @return empty if it begins as a TCP address and is none */
    static Optional<WireOpener> opener(String port, int baud) {
        if (!port.startsWith(TCP)) {
            return Optional.of(SerialWire.opener(port, baud));
        }
        String[] parts = port.substring(TCP.length()).split(":", -1);
        return parts.length == 2 && !parts[0].isEmpty() && isPort(parts[1])
                ? Optional.of(TcpWire.opener(parts[0], Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= PORT_MAX;
    }
}
