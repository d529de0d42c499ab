package org.cosmofab.bridge.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cosmofab.bridge.gcode.GateProfile.Kind;
import org.cosmofab.bridge.gcode.SafeProgram;
import org.cosmofab.bridge.gcode.Words;
import org.cosmofab.bridge.journal.JournalFolder;
import org.cosmofab.bridge.journal.LinePosition;

/** What no journal can tell, in sentences. */
final class Unknowns {
    private Unknowns() {}

    static List<String> of(SafeProgram program, int from, LinePosition lines, Kind kind, Modes modes) {
        List<String> unknown = new ArrayList<>();
        unknown.add("Which of the lines from " + number(program, from) + " to "
                + number(program, Math.max(lines.sent(), lines.acknowledged()) - 1)
                + " were made; they are made again. After a power cut of this computer, lines of the last "
                + JournalFolder.SYNC_MILLIS + " ms may have been made besides.");
        switch (kind) {
            case FDM_PRINTER -> printer(unknown, program, from, lines, modes);
            case LASER ->
                unknown.add("Where the head is: home the machine or set the work zero again, exactly where it was,"
                        + " before it goes on. What was burnt already is burnt a second time over the overlap.");
            case MILL ->
                unknown.add("Where the tool is: home the machine or set the work zero again, exactly where it was."
                        + " That the tool is whole, the work is fast, and the way up is free.");
        }
        if (!modes.setting("tool").isEmpty()) {
            unknown.add("Whether tool " + modes.setting("tool") + " is in the machine.");
        }
        return unknown;
    }

    private static void printer(List<String> unknown, SafeProgram program, int from, LinePosition lines, Modes modes) {
        double lowest = modes.position().z();
        double highest = lowest;
        ModeReader reader = new ModeReader(program.dialect());
        int last = Math.max(lines.sent(), lines.acknowledged());
        for (int i = 0; i < last; i++) {
            reader.apply(Words.of(program.lines().get(i).text()));
            double z = reader.modes().position().z();
            lowest = i >= from ? Math.min(lowest, z) : lowest;
            highest = i >= from ? Math.max(highest, z) : highest;
        }
        String height = lowest == highest ? mm(lowest) : "between " + mm(lowest) + " and " + mm(highest);
        unknown.add("How high the nozzle stands: it stopped at Z " + height + " mm. A person must see that the machine"
                + " counts Z from there (its menu, or G92 Z" + mm(lowest)
                + ") before it goes on; homing Z would drive into the part.");
        unknown.add(
                "Whether the part still sticks to the bed after it cooled, and whether the nozzle is primed or oozed.");
    }

    private static String number(SafeProgram program, int index) {
        return Integer.toString(program.lines()
                .get(Math.max(0, Math.min(index, program.size() - 1)))
                .number());
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
