package org.cosmofab.bridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import org.cosmofab.bridge.serial.SerialWire;
import org.cosmofab.bridge.simulated.PseudoTerminal;
import org.cosmofab.bridge.simulated.SimulatedFirmware;
import org.cosmofab.bridge.tcp.TcpWire;
import org.cosmofab.bridge.wire.MemoryWire;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireOpener;
import org.cosmofab.bridge.wire.WireUnavailable;
import org.jspecify.annotations.Nullable;

/** A simulated machine at the far end of some kind of wire. */
public final class Bench implements AutoCloseable {
    private final WireOpener opener;
    private final Runnable release;
    private final AtomicReference<@Nullable Wire> machineEnd;

    private Bench(WireOpener opener, Runnable release, AtomicReference<@Nullable Wire> machineEnd) {
        this.opener = opener;
        this.release = release;
        this.machineEnd = machineEnd;
    }

    /** Kinds of wire. */
    public enum Kind {
        MEMORY,
        TCP,
        PTY
    }

    public static Bench over(Kind kind, SimulatedFirmware firmware) {
        return switch (kind) {
            case MEMORY -> memory(firmware);
            case TCP -> tcp(firmware);
            case PTY -> pty(firmware);
        };
    }

    /** A wire inside the process, made anew each time that it is opened. */
    public static Bench memory(SimulatedFirmware firmware) {
        AtomicReference<@Nullable Wire> machineEnd = new AtomicReference<>();
        WireOpener opener = () -> {
            MemoryWire.Pair pair = MemoryWire.pair("bench");
            machineEnd.set(pair.machine());
            serve(firmware, pair.machine());
            return pair.host();
        };
        return new Bench(opener, () -> {}, machineEnd);
    }

    /** A TCP connection over the loop-back interface. */
    public static Bench tcp(SimulatedFirmware firmware) {
        AtomicReference<@Nullable Wire> machineEnd = new AtomicReference<>();
        try {
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread accepting = new Thread(() -> accept(server, firmware, machineEnd), "bench tcp");
            accepting.setDaemon(true);
            accepting.start();
            WireOpener opener = TcpWire.opener(server.getInetAddress().getHostAddress(), server.getLocalPort());
            return new Bench(opener, () -> close(server), machineEnd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pseudo-terminal, opened by the serial library as a port. */
    public static Bench pty(SimulatedFirmware firmware) {
        AtomicReference<@Nullable Wire> machineEnd = new AtomicReference<>();
        PseudoTerminal terminal = PseudoTerminal.open();
        machineEnd.set(terminal);
        serve(firmware, terminal);
        return new Bench(SerialWire.opener(terminal.device().toString(), 115_200), () -> {}, machineEnd);
    }

    public WireOpener opener() {
        return opener;
    }

    /** Pulls the cable. */
    public void cut() {
        Wire wire = machineEnd.getAndSet(null);
        if (wire != null) {
            wire.close();
        }
    }

    @Override
    public void close() {
        cut();
        release.run();
    }

    private static void accept(ServerSocket server, SimulatedFirmware firmware, AtomicReference<@Nullable Wire> end) {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Wire wire = TcpWire.accepted(socket);
                end.set(wire);
                serve(firmware, wire);
            }
        } catch (IOException | WireUnavailable e) {
            close(server);
        }
    }

    private static void close(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(SimulatedFirmware firmware, Wire wire) {
        Thread thread = new Thread(() -> firmware.serve(wire), "bench firmware");
        thread.setDaemon(true);
        thread.start();
    }
}
