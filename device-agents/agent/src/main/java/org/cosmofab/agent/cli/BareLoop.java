package org.cosmofab.agent.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.wire.Wire;

/** The yardstick: nothing but counting bytes on one thread, no care for anything that can go wrong. */
final class BareLoop {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GRBL_BUFFER = 128;

    private final Wire wire;
    private final byte[] heard = new byte[1024];
    private final Deque<Integer> inFlight = new ArrayDeque<>();
    private int bytesInFlight;

    private BareLoop(Wire wire) {
        this.wire = wire;
    }

    /** Streams; a Marlin gets one numbered line at a time. */
    static void run(Wire wire, Dialect dialect, List<SafeProgram.Line> lines) {
        BareLoop loop = new BareLoop(wire);
        if (dialect == Dialect.MARLIN) {
            loop.send(framed("M110 N0", 0), 1);
        }
        int number = 0;
        for (SafeProgram.Line line : lines) {
            if (dialect == Dialect.MARLIN) {
                loop.send(framed(line.text(), ++number), 1);
            } else {
                loop.send(line.text().replace(" ", "") + "\n", GRBL_BUFFER);
            }
        }
        loop.awaitRoom(1, 1);
    }

    private void send(String line, int window) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        awaitRoom(bytes.length, window);
        inFlight.addLast(bytes.length);
        bytesInFlight += bytes.length;
        wire.write(bytes);
    }

    private void awaitRoom(int bytes, int window) {
        while (bytesInFlight > 0 && bytesInFlight + bytes > window) {
            int count = wire.read(heard, PATIENCE);
            if (count == 0) {
                throw new IllegalStateException("the device does not answer");
            }
            for (int i = 0; i < count; i++) {
                if (heard[i] == '\n' && !inFlight.isEmpty()) {
                    bytesInFlight -= inFlight.removeFirst();
                }
            }
        }
    }

    private static String framed(String command, int number) {
        String numbered = "N" + number + " " + command;
        int checksum = 0;
        for (int i = 0; i < numbered.length(); i++) {
            checksum ^= numbered.charAt(i);
        }
        return numbered + "*" + checksum + "\n";
    }
}
