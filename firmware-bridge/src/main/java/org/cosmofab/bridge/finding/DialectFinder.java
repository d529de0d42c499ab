package org.cosmofab.bridge.finding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.time.Ticker;
import org.cosmofab.bridge.wire.Wire;
import org.cosmofab.bridge.wire.WireUnavailable;

/**
 * Asks a machine what it speaks, with bytes that no firmware acts on: it listens for the greeting of a board that was
 * reset by opening its port, then sends the line {@code $I}, which Grbl and its kin answer with their build and which
 * Marlin does not know and says so.
 *
 * <p>Source: Grbl 1.1, commands.md; Marlin 2.1.2, parser.cpp, unknown commands.
 */
public final class DialectFinder {
    private static final byte[] QUESTION = "\n$I\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration SLICE = Duration.ofMillis(100);
    /** A board that starts is deaf for about a second. */
    private static final Duration ASK_EVERY = Duration.ofMillis(1_500);

    private static final int LINE_LENGTH_MAX = 512;
    private static final Pattern GRBL =
            Pattern.compile("(Grbl |GrblHAL |\\[VER:|\\[OPT:|<(Idle|Run|Hold|Alarm|Jog|Door)[:|]).*");
    private static final Pattern MARLIN =
            Pattern.compile("(start|Marlin .*|echo: ?Marlin.*|FIRMWARE_NAME:.*|echo: ?Unknown command: ?\"?\\$I.*)");

    private final Wire wire;
    private final Ticker ticker;
    private final StringBuilder line = new StringBuilder();

    private DialectFinder(Wire wire, Ticker ticker) {
        this.wire = wire;
        this.ticker = ticker;
    }

    /**
     * Reads the wire until somebody is recognised or the time is over. What was read is gone; a driver that connects
     * afterwards asks again by itself.
     *
     * @throws WireUnavailable if the wire is lost meanwhile
     */
    public static Optional<Dialect> find(Wire wire, Duration patience, Ticker ticker) {
        return new DialectFinder(wire, ticker).find(patience);
    }

    private Optional<Dialect> find(Duration patience) {
        byte[] buffer = new byte[1024];
        long begun = ticker.nanos();
        long askAt = begun + SLICE.multipliedBy(3).toNanos();
        while (ticker.nanos() - begun < patience.toNanos()) {
            int count = wire.read(buffer, SLICE);
            for (int i = 0; i < count; i++) {
                Optional<Dialect> found = take(buffer[i]);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (count == 0 && ticker.nanos() - askAt >= 0) {
                wire.write(QUESTION);
                askAt = ticker.nanos() + ASK_EVERY.toNanos();
            }
        }
        return Optional.empty();
    }

    private Optional<Dialect> take(byte b) {
        if (b != '\n' && b != '\r' && line.length() < LINE_LENGTH_MAX) {
            line.append(b < 0 ? '\uFFFD' : (char) b);
            return Optional.empty();
        }
        String said = line.toString();
        line.setLength(0);
        return dialectOf(said);
    }

    static Optional<Dialect> dialectOf(String said) {
        if (GRBL.matcher(said).matches()) {
            return Optional.of(Dialect.GRBL);
        }
        return MARLIN.matcher(said).matches() ? Optional.of(Dialect.MARLIN) : Optional.empty();
    }
}
