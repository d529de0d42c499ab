package org.cosmofab.bridge.grbl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line from a Grbl firmware, by what it means for streaming. Only whole lines count: {@code >G54:ok} is no ok. */
sealed interface GrblReply {

    /** The line as it came. */
    String text();

    /** The oldest unacknowledged line was accepted. */
    record Ok(String text) implements GrblReply {}

    /** The oldest unacknowledged line was refused. */
    record Error(String text, int code) implements GrblReply {}

    /** The machine stopped by itself. */
    record Alarm(String text, int code) implements GrblReply {}

    /** The firmware has just started or was reset: nothing that was sent before is there any more. */
    record Banner(String text) implements GrblReply {}

    /** The answer to a question mark. */
    record Status(String text, GrblReport report) implements GrblReply {}

    /** The answer to {@code $G}, which no other command gives; an ok follows. */
    record Modes(String text) implements GrblReply {}

    /** Anything else. */
    record Other(String text) implements GrblReply {}

    /** Reads one line; anything is readable. */
    static GrblReply parse(String line) {
        return Parser.parse(line);
    }

    /** The reading itself, most frequent first. */
    final class Parser {
        private static final Pattern NUMBERED = Pattern.compile("(error|ALARM):(\\d{1,3})");
        private static final Pattern BANNER = Pattern.compile("Grbl(?:HAL)? \\S+ \\[.*|GrblHAL \\S+ .*");

        private Parser() {}

        static GrblReply parse(String line) {
            if (line.equals("ok")) {
                return new Ok(line);
            }
            if (line.startsWith("<") && line.endsWith(">")) {
                return new Status(line, GrblReport.parse(line));
            }
            Matcher numbered = NUMBERED.matcher(line);
            if (numbered.matches()) {
                int code = Integer.parseInt(numbered.group(2));
                return numbered.group(1).equals("error") ? new Error(line, code) : new Alarm(line, code);
            }
            if (line.startsWith("[GC:")) {
                return new Modes(line);
            }
            return BANNER.matcher(line).matches() ? new Banner(line) : new Other(line);
        }
    }
}
