package org.cosmofab.bridge.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.GateProfile.Kind;
import org.cosmofab.bridge.gcode.Point;

/** The lines that bring a machine to where a run goes on: cold, dark and standing before, as it was then afterwards. */
final class Prologue {
    private static final double HOP_MM = 5;
    private static final double TRAVEL_MM_PER_MINUTE = 3000;
    private static final double HOP_MM_PER_MINUTE = 300;
    private static final double PLUNGE_MM_PER_MINUTE = 100;
    private static final int SPIN_UP_SECONDS = 4;

    private final List<String> lines = new ArrayList<>();
    private final Modes modes;

    private Prologue(Modes modes) {
        this.modes = modes;
    }

    List<String> lines() {
        return lines;
    }

    /** @param top the highest place that the program went to before */
    static Prologue of(Kind kind, Modes modes, double top) {
        Prologue prologue = new Prologue(modes);
        switch (kind) {
            case FDM_PRINTER -> prologue.printer();
            case LASER -> prologue.laser();
            case MILL -> prologue.mill(top);
        }
        return prologue;
    }

    private void printer() {
        Modes.Heat heat = modes.heat();
        add("G21");
        add("G90");
        addIf(heat.bed() > 0, "M140 S" + plain(heat.bed()));
        addIf(heat.nozzle() > 0, "M104 S" + plain(heat.nozzle()));
        addIf(heat.bed() > 0, "M190 S" + plain(heat.bed()));
        // The nozzle stands in what it made: it is freed hot, lifted, and only then are the sides homed.
        addIf(heat.nozzle() > 0, "M109 S" + plain(heat.nozzle()));
        Point at = modes.position();
        add("G1 Z" + mm(at.z() + HOP_MM) + " F" + plain(HOP_MM_PER_MINUTE));
        add("G28 X Y");
        add("G0 X" + mm(at.x()) + " Y" + mm(at.y()) + " F" + plain(TRAVEL_MM_PER_MINUTE));
        add("G1 Z" + mm(at.z()) + " F" + plain(HOP_MM_PER_MINUTE));
        declareOffset("G92 ");
        add("G92 E" + mm(modes.filament()));
        addIf(!heat.fan().isEmpty(), heat.fan());
        addIf(modes.feedMmPerMinute() > 0, "G1 F" + plain(modes.feedMmPerMinute()));
        restore("units", "G21");
        restore("distance", "G90");
        restore("filament", "M82");
        addIf(modes.setting("retraction").equals("G10"), "G10");
        modes.settings().keySet().stream()
                .filter(group -> group.startsWith("M"))
                .sorted()
                .forEach(group -> add(modes.setting(group)));
    }

    private void laser() {
        begin();
        Point at = modes.position();
        approach(at);
        addIf(modes.names('Z'), "G0 Z" + mm(at.z()));
        finish(
                modes.beam().mode() == Beam.Mode.CONSTANT
                        ? "0"
                        : plain(modes.beam().power()));
    }

    /** Up first, then the spindle, then across and down into the cut that is there already. */
    private void mill(double top) {
        begin();
        Point at = modes.position();
        double above = Math.max(top, Math.max(at.z(), 0)) + (top > 0 ? 0 : HOP_MM);
        addIf(modes.names('Z'), "G0 Z" + mm(above));
        Beam beam = modes.beam();
        if (beam.mode() != Beam.Mode.OFF) {
            add(command(beam) + " S" + plain(beam.power()));
            add("G4 P" + SPIN_UP_SECONDS);
        }
        approach(at);
        addIf(modes.names('Z') && above > 0 && at.z() < 0, "G0 Z0");
        addIf(modes.names('Z'), "G1 Z" + mm(at.z()) + " F" + plain(PLUNGE_MM_PER_MINUTE));
        finish(plain(beam.power()));
    }

    private void begin() {
        add("G21 G90 G94");
        add("G17");
        addIf(!modes.setting("zero").isEmpty(), modes.setting("zero"));
        add("M5");
    }

    private void approach(Point at) {
        String x = modes.names('X') ? " X" + mm(at.x()) : "";
        String y = modes.names('Y') ? " Y" + mm(at.y()) : "";
        addIf(!(x + y).isEmpty(), "G0" + x + y);
    }

    private void finish(String power) {
        declareOffset("G92 ");
        addIf(!modes.setting("coolant").isEmpty(), modes.setting("coolant"));
        addIf(modes.feedMmPerMinute() > 0, "F" + plain(modes.feedMmPerMinute()));
        Beam beam = modes.beam();
        add(command(beam) + " S" + power);
        restore("arcs", "");
        restore("path", "");
        restore("plane", "G17");
        restore("feeding", "G94");
        restore("units", "G21");
        restore("distance", "G90");
        // An arc cannot stand without axis words; the first line that moves says it again.
        addIf(modes.motion().equals("G0") || modes.motion().equals("G1"), modes.motion());
    }

    private void declareOffset(String command) {
        if (modes.isOffset()) {
            Point at = modes.position();
            Point by = modes.offset();
            add(command + "X" + mm(at.x() - by.x()) + " Y" + mm(at.y() - by.y()) + " Z" + mm(at.z() - by.z()));
        }
    }

    /** Says a mode that the lines above did not leave in force. */
    private void restore(String group, String inForce) {
        String wanted = modes.setting(group);
        addIf(!wanted.isEmpty() && !wanted.equals(inForce), wanted);
    }

    private static String command(Beam beam) {
        return switch (beam.mode()) {
            case OFF -> "M5";
            case CONSTANT -> "M3";
            case DYNAMIC -> "M4";
        };
    }

    private void addIf(boolean wanted, String line) {
        if (wanted) {
            add(line);
        }
    }

    private void add(String line) {
        lines.add(line);
    }

    private static String plain(double value) {
        return ModeReader.plain(value);
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.5f", value + 0.0);
    }
}
