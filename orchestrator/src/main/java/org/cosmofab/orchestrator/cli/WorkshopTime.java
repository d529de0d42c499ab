package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Properties;

/**
 * A simulated workshop's time over several runs: its origin and speed, which every process shares, and where it had got
 * to, so that a later run never goes back behind an earlier one.
 */
final class WorkshopTime {
    private static final String WALL_ORIGIN = "wall-origin";
    private static final String ORIGIN = "origin";
    private static final String SPEED = "speed";
    private static final String SEEN = "seen";

    private final Path file;
    private final Instant wallOrigin;
    private final Instant origin;
    private final BigDecimal speed;

    private WorkshopTime(Path file, Instant wallOrigin, Instant origin, BigDecimal speed) {
        this.file = file;
        this.wallOrigin = wallOrigin;
        this.origin = origin;
        this.speed = speed;
    }

    /** Starts a new stretch of time: from now, or from where the last stretch had got to if that is later. */
    static WorkshopTime begin(Path data, BigDecimal speed, Clock wall) {
        Path file = data.resolve("clock.properties");
        Instant now = wall.instant();
        Instant seen = instant(file, read(file), SEEN, now.toString());
        Instant origin = seen.isAfter(now) ? seen.plusSeconds(1) : now;
        WorkshopTime time = new WorkshopTime(file, now, origin, speed);
        time.saw(origin);
        return time;
    }

    /** Goes on with the stretch that was begun last, because its machines still run by it. */
    static WorkshopTime resume(Path data) {
        Path file = data.resolve("clock.properties");
        Properties saved = read(file);
        return new WorkshopTime(
                file,
                instant(file, saved, WALL_ORIGIN, ""),
                instant(file, saved, ORIGIN, ""),
                speed(file, saved.getProperty(SPEED, "")));
    }

    private static Instant instant(Path file, Properties saved, String key, String absent) {
        String text = saved.getProperty(key, absent);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw damaged(file, key, text);
        }
    }

    private static BigDecimal speed(Path file, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw damaged(file, SPEED, text);
        }
    }

    private static IllegalStateException damaged(Path file, String key, String text) {
        return new IllegalStateException(file + " is damaged: " + key + " is '" + text
                + "'. Remove the file; the simulated time then begins at the present");
    }

    BigDecimal speed() {
        return speed;
    }

    /** How every process of the workshop is told of its time; see device-agents/wire. */
    Map<String, String> environment() {
        return Map.of(
                "COSMOFAB_CLOCK_WALL_ORIGIN", wallOrigin.toString(),
                "COSMOFAB_CLOCK_ORIGIN", origin.toString(),
                "COSMOFAB_CLOCK_SPEED", speed.toPlainString());
    }

    /** How long a stretch of workshop time takes in real time. */
    Duration inRealTime(Duration workshopTime) {
        return Duration.ofNanos(BigDecimal.valueOf(workshopTime.toNanos())
                .divide(speed, java.math.RoundingMode.HALF_UP)
                .longValue());
    }

    /** Remembers how far time has got. */
    void saw(Instant now) {
        Properties saved = new Properties();
        saved.setProperty(WALL_ORIGIN, wallOrigin.toString());
        saved.setProperty(ORIGIN, origin.toString());
        saved.setProperty(SPEED, speed.toPlainString());
        saved.setProperty(SEEN, now.toString());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                saved.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return properties;
    }
}
