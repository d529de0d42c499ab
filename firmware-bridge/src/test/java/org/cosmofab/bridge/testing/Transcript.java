package org.cosmofab.bridge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation between host and machine as it is written down, to be replayed against either.
 *
 * <ul>
 *   <li>{@code # remark}
 *   <li>{@code program G1 X1 F600}: a line of the program that the driver runs
 *   <li>{@code outcome Completed}: how the run ends
 *   <li>{@code -> line}: the host says; {@code ^X}, {@code ^D}, {@code !} and {@code ~} alone are real-time bytes
 *   <li>{@code <- line}: the machine says; {@code <- ...} stands for lines that do not matter
 *   <li>{@code <? <Idle|...>}: from here on the machine answers so to a question mark;
 *       stands where the host waits for no other answer
 *   <li>{@code <! loseOk}: what goes wrong on the wire with the host's next line
 * </ul>
 */
public record Transcript(String name, String program, String outcome, List<Step> steps) {

    /** One thing said. */
    public record Step(Kind kind, String text) {}

    /** Who says what. */
    public enum Kind {
        HOST,
        MACHINE,
        STATUS,
        FAULT
    }

    public static Transcript read(Path file) {
        StringBuilder program = new StringBuilder();
        String outcome = "";
        List<Step> steps = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("program ")) {
                program.append(line.substring(8)).append('\n');
            } else if (line.startsWith("outcome ")) {
                outcome = line.substring(8);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(new Step(kind(line), line.substring(3)));
            }
        }
        return new Transcript(file.getFileName().toString(), program.toString(), outcome, steps);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Kind kind(String line) {
        return switch (line.substring(0, 3)) {
            case "-> " -> Kind.HOST;
            case "<- " -> Kind.MACHINE;
            case "<? " -> Kind.STATUS;
            case "<! " -> Kind.FAULT;
            default -> throw new IllegalArgumentException("not a line of a transcript: " + line);
        };
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
