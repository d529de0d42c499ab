package org.cosmofab.bridge.marlin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cosmofab.bridge.machine.MachineStatus.Temperature;

/** Numbers in what Marlin says. */
final class MarlinReadings {
    private static final String NUMBER = "(-?\\d{1,6}(?:\\.\\d{1,6})?)";
    /** Source: Marlin 2.1.2, temperature.cpp, print_heater_states: {@code T:20.1 /200.0 B:20.0 /60.0 @:0 B@:0}. */
    private static final Pattern TEMPERATURE =
            Pattern.compile("(?:^|\\s)([TB])\\s*:\\s*" + NUMBER + "\\s*/\\s*" + NUMBER);

    private static final Pattern PRINT_TIME = Pattern.compile("(?:echo:)?\\s*Print time:\\s*(.+)");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*([ydhms])");
    private static final Pattern CAPABILITY = Pattern.compile("Cap:([A-Z0-9_]+):([01])\\s*");

    private MarlinReadings() {}

    /** Temperatures by sensor; empty if the line tells none. */
    static Map<String, Temperature> temperatures(String line) {
        if (line.indexOf(':') < 0 || line.indexOf('/') < 0) {
            return Map.of();
        }
        Map<String, Temperature> found = new LinkedHashMap<>();
        Matcher matcher = TEMPERATURE.matcher(line);
        while (matcher.find()) {
            String sensor = matcher.group(1).equals("T") ? "nozzle" : "bed";
            found.putIfAbsent(
                    sensor,
                    new Temperature(Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3))));
        }
        return found;
    }

    /** How long the firmware's own print timer has run, to the second, if the line is the answer to M31. */
    static Optional<Duration> printTime(String line) {
        Matcher answer = PRINT_TIME.matcher(line);
        if (!answer.matches()) {
            return Optional.empty();
        }
        Duration total = Duration.ZERO;
        Matcher span = SPAN.matcher(answer.group(1));
        while (span.find()) {
            total = total.plus(unit(span.group(2)).multipliedBy(Long.parseLong(span.group(1))));
        }
        return Optional.of(total);
    }

    /** Adds what a line of the answer to M115 tells: capabilities, and the fields of the first line. */
    static void capability(String line, Map<String, String> capabilities) {
        Matcher matcher = CAPABILITY.matcher(line);
        if (matcher.matches()) {
            capabilities.put(matcher.group(1), matcher.group(2));
        }
    }

    /** A field of the first line of the answer to M115, up to the next field; empty text if it is not there. */
    static String field(String line, String name) {
        Matcher matcher =
                Pattern.compile("(?:^|\\s)" + name + ":(.*?)(?=\\s[A-Z_]+:|$)").matcher(line);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "y" -> Duration.ofDays(365);
            case "d" -> Duration.ofDays(1);
            case "h" -> Duration.ofHours(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }
}
