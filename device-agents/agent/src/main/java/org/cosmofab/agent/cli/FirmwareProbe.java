package org.cosmofab.agent.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.wire.Wire;

/**
 * Finds out which dialect is spoken at the other end, with nothing that means different things to different firmwares:
 * {@code $I} is a question to the family of Grbl and an unknown command to Marlin, which says so.
 */
final class FirmwareProbe {
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final int TRIES = 6;

    private FirmwareProbe() {}

    /** Empty if nothing that is known answers; a board that was just reset takes a few seconds. */
    static Optional<Dialect> ask(Wire wire) {
        Optional<Dialect> dialect = Optional.empty();
        for (int i = 0; i < TRIES && dialect.isEmpty(); i++) {
            // The empty line ends whatever half a line may be in the air.
            wire.write("\n$I\n".getBytes(StandardCharsets.US_ASCII));
            dialect = hear(wire);
        }
        return dialect;
    }

    private static Optional<Dialect> hear(Wire wire) {
        StringBuilder said = new StringBuilder();
        byte[] buffer = new byte[1024];
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Dialect> dialect = Optional.empty();
        while (dialect.isEmpty() && System.nanoTime() < deadline) {
            int count = wire.read(buffer, Duration.ofMillis(100));
            said.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            dialect = judge(said.toString());
        }
        return dialect;
    }

    static Optional<Dialect> judge(String said) {
        if (said.contains("[OPT:") || said.contains("[VER:")) {
            return Optional.of(Dialect.GRBL);
        }
        return said.contains("Unknown command:") && said.contains("$I")
                ? Optional.of(Dialect.MARLIN)
                : Optional.empty();
    }
}
