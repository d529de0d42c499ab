package org.cosmofab.bridge.resume;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.gcode.Effects;
import org.cosmofab.bridge.gcode.ModalMachine;
import org.cosmofab.bridge.gcode.Move;
import org.cosmofab.bridge.gcode.Point;
import org.cosmofab.bridge.gcode.Words;

/** Follows a program and knows at each line what lasts. Not thread-safe. */
final class ModeReader implements Effects {
    private static final double MM_PER_INCH = 25.4;

    /** Below this a firmware may make no move of a line at all. */
    private static final double MOVE_MIN_MM = 0.1;

    private static final Map<String, String> GROUPS = groups(
            "distance G90 G91",
            "units G20 G21",
            "plane G17 G18 G19",
            "arcs G90.1 G91.1",
            "feeding G93 G94 G95",
            "zero G54 G55 G56 G57 G58 G59",
            "path G61 G61.1 G64",
            "filament M82 M83",
            "coolant M7 M8 M9",
            "retraction G10 G11");

    private final boolean marlin;
    private final ModalMachine machine;
    private final Map<String, String> settings = new TreeMap<>();
    private final TreeSet<Character> named = new TreeSet<>();
    private Point offset = Point.ORIGIN;
    private String motion = "";
    private double nozzle;
    private double bed;
    private String fan = "";
    private double moved;
    private boolean leadsAway;

    ModeReader(Dialect dialect) {
        marlin = dialect == Dialect.MARLIN;
        machine = new ModalMachine(dialect, this);
    }

    private static Map<String, String> groups(String... rows) {
        Map<String, String> groups = new TreeMap<>();
        for (String row : rows) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                groups.put(words[i], words[0]);
            }
        }
        return groups;
    }

    /** Does a line; tells whether a firmware certainly makes a move of it. */
    boolean apply(Words line) {
        moved = 0;
        for (int i = 0; i < line.size(); i++) {
            read(line, i);
        }
        Point before = machine.position();
        machine.apply(line);
        nameAxes(line);
        declare(line, before);
        return moved >= MOVE_MIN_MM;
    }

    private void read(Words line, int index) {
        String command = name(line, index);
        String group = GROUPS.get(command);
        boolean first = index == 0 || !marlin;
        if (group != null && first && !(group.equals("retraction") && !marlin)) {
            settings.put(group, command);
            // Source: Marlin 2.1.2, gcode.h, set_relative_mode: the filament follows.
            if (marlin && group.equals("distance")) {
                settings.put("filament", command.equals("G90") ? "M82" : "M83");
            }
        } else if (command.matches("G[0-3]") && first) {
            motion = command;
        } else if (command.startsWith("T")) {
            settings.put("tool", command);
        } else if (marlin && first) {
            readMarlin(command, line);
        } else if (command.matches("G(28|30|53|38\\.[2-5]|43\\.1|10)")) {
            leadsAway = true;
        }
    }

    private void readMarlin(String command, Words line) {
        switch (command) {
            case "M106" -> fan = text(line);
            case "M107" -> fan = "";
            case "M220", "M221", "M900" -> settings.put(command, text(line));
            case "M201", "M203", "M204", "M205" -> {
                for (int i = 1; i < line.size(); i++) {
                    settings.put(command + line.letter(i), command + " " + name(line, i));
                }
            }
            case "G28" -> {
                boolean all = !line.has('X') && !line.has('Y') && !line.has('Z');
                for (char axis : new char[] {'X', 'Y', 'Z'}) {
                    if (all || line.has(axis)) {
                        named.add(axis);
                        offset = with(offset, axis, 0);
                    }
                }
            }
            default -> {}
        }
    }

    private void nameAxes(Words line) {
        for (char axis : new char[] {'X', 'Y', 'Z'}) {
            if (line.hasValue(axis) && !machine.isRelative() && !motion.isEmpty()) {
                named.add(axis);
            }
        }
    }

    private void declare(Words line, Point before) {
        for (int i = 0; i < line.size(); i++) {
            if (line.letter(i) == 'G' && line.code(i) == 920) {
                double unit = setting("units").equals("G20") ? MM_PER_INCH : 1;
                offset = line.hasValue('X') ? with(offset, 'X', before.x() - line.value('X') * unit) : offset;
                offset = line.hasValue('Y') ? with(offset, 'Y', before.y() - line.value('Y') * unit) : offset;
                offset = line.hasValue('Z') ? with(offset, 'Z', before.z() - line.value('Z') * unit) : offset;
            }
        }
    }

    private String setting(String group) {
        return settings.getOrDefault(group, "");
    }

    private static Point with(Point point, char axis, double value) {
        return new Point(
                axis == 'X' ? value : point.x(), axis == 'Y' ? value : point.y(), axis == 'Z' ? value : point.z());
    }

    @Override
    public void moved(Move move) {
        moved += Math.max(move.path().length(), Math.abs(move.filamentMm()));
    }

    @Override
    public void heated(Heater heater, double target, boolean waits) {
        if (heater == Heater.NOZZLE) {
            nozzle = target;
        } else {
            bed = target;
        }
    }

    /** Whether the program went to a place that is kept in the machine and not in the program. */
    boolean leadsAway() {
        return leadsAway;
    }

    Modes modes() {
        Beam beam = machine.beam();
        StringBuilder axes = new StringBuilder();
        named.forEach(axes::append);
        return new Modes(
                machine.position(),
                offset,
                machine.filamentPosition(),
                machine.feedMmPerMinute(),
                beam,
                motion,
                axes.toString(),
                settings,
                new Modes.Heat(nozzle, bed, fan));
    }

    static String name(Words line, int index) {
        double value = line.value(index);
        return line.letter(index) + (Double.isNaN(value) ? "" : plain(value));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String text(Words line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            text.append(i == 0 ? "" : " ").append(name(line, i));
        }
        return text.toString();
    }
}
