package org.cosmofab.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that a printing program knows only allowed commands, homes first and stays inside 220 x 220 x 250 mm. */
final class ProgramCheck {

    private static final Set<String> ALLOWED = Set.of(
            "G0", "G1", "G21", "G28", "G90", "G92", "M73", "M82", "M83", "M84", "M104", "M106", "M107", "M109", "M140",
            "M190");
    private static final Set<String> MOVES = Set.of("G0", "G1");
    private static final Pattern WORD = Pattern.compile("([XYZ])(-?[0-9.]+)");
    private static final int NOZZLE_MAX = 230;

    private boolean homed;

    private ProgramCheck() {}

    public static void main(String[] args) throws IOException {
        for (String file : args) {
            check(Path.of(file));
        }
    }

    private static void check(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        ProgramCheck check = new ProgramCheck();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n).replaceFirst(";.*", "").strip();
            String fault = line.isEmpty() ? "" : check.fault(line);
            if (!fault.isEmpty()) {
                throw new IOException(file + " line " + (n + 1) + ": " + fault + ": " + line);
            }
        }
    }

    /** What is wrong with one line; empty if nothing. */
    private String fault(String line) {
        String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
        if (!ALLOWED.contains(command)) {
            return "command is not allowed";
        }
        if (Set.of("M104", "M109").contains(command) && number(line, "S") > NOZZLE_MAX) {
            return "nozzle too hot";
        }
        homed |= command.equals("G28");
        Matcher words = WORD.matcher(line);
        boolean moves = false;
        while (words.find()) {
            moves = true;
            double max = words.group(1).equals("Z") ? 250 : 220;
            double value = Double.parseDouble(words.group(2));
            if (value < 0 || value > max) {
                return "leaves the machine";
            }
        }
        if (moves && !MOVES.contains(command)) {
            return "moves the origin";
        }
        return moves && !homed ? "moves before homing" : "";
    }

    private static double number(String line, String letter) {
        Matcher matcher = Pattern.compile(letter + "([0-9.]+)").matcher(line);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
