package org.cosmofab.bridge.gcode;

import java.util.Locale;

/**
 * One reason why a program may not run on a machine.
 *
 * @param line in the source file, from 1
 * @param detail what stands there, against what is allowed
 */
public record Finding(int line, Code code, String detail) {

    /** What the author of the program can do about it. */
    public String remedy() {
        return code.remedy();
    }

    /** The remedy in a language, English if it is not spoken here. */
    public String remedy(Locale language) {
        return Remedies.in(language, code.name(), code.remedy());
    }

    /** What kind of reason it is. */
    public enum Code {
        DIALECT_OTHER("make the program for this kind of machine"),
        COMMAND_UNKNOWN("take the command out, or ask for it to be allowed on this kind of machine"),
        COMMAND_OF_OTHER_KIND("make the program for this kind of machine"),
        COMMAND_OF_SETTINGS("take machine settings out; in PrusaSlicer set machine_limits_usage to time_estimate_only"),
        COMMAND_OF_FIRMWARE("take commands that reset or change the firmware out"),
        COMMAND_OF_SAFETY("take commands that switch protections off out"),
        COMMAND_OF_PINS("take commands for pins, servos and power switches out"),
        COMMAND_OF_STORAGE("take commands for the machine's memory card out; programs are streamed"),
        COMMAND_OF_PROBING("take probing and levelling out; they are done at the machine"),
        COMMAND_WAITS_FOR_PERSON("split the program where a person is needed; pauses are not streamed yet"),
        COMMAND_OF_NUMBERING("take line numbering commands out; lines are numbered as they are sent"),
        COMMAND_WITH_ANOTHER("put each command on a line of its own"),
        STORED_PLACE(
                "name the place to go to with G0; where G28 and G30 lead is stored in the machine, not in the program"),
        ORIGIN_MOVED("write moves in the machine's work co-ordinates; set only the filament with G92 E"),
        TOOL_OTHER("use the one tool 0"),
        WORD_NOT_TAKEN("give the command only the letters that it takes"),
        VALUE_MISSING("give each letter its number"),
        VALUE_OUT_OF_RANGE("keep the value in the range named"),
        NUMBER_ABSURD("check the units and the export; no machine needs such a number"),
        LINE_AFTER_END("end the program with M2 or M30, and nothing behind it"),
        MOVE_OUTSIDE_ENVELOPE("place the part inside the machine's envelope"),
        MOVE_BEFORE_HOMING("home with G28 before the first move"),
        POSITION_UNKNOWN("begin with an absolute move (G90) of each axis that is used"),
        MOTION_MISSING("put G0, G1, G2 or G3 before the axis words"),
        ARC_IMPOSSIBLE("export arcs as lines, or with more decimals"),
        FEED_MISSING("give F with the first G1, G2 or G3"),
        FEED_TOO_HIGH("slow the program down to the feed named"),
        ACCELERATION_TOO_HIGH("lower the acceleration to the one named"),
        FILAMENT_MODE_UNCLEAR("put M82 or M83 behind the last G90 or G91; firmwares differ in what they remember"),
        TEMPERATURE_OUT_OF_RANGE("choose a material profile that this machine may heat to"),
        EXTRUSION_COLD("heat the nozzle and wait for it with M109 before pushing filament"),
        HEATER_LEFT_ON("end with M104 S0 and M140 S0"),
        BEAM_MODE_REFUSED("use M4 for a laser and M3 for a spindle"),
        POWER_OUT_OF_RANGE("lower S to the power named"),
        BEAM_ON_OUTSIDE_CUT("switch the beam off with M5 or S0 before G0 and G4"),
        CUT_WITHOUT_SPINDLE("start the spindle with M3 and a speed before going below Z0"),
        RAPID_IN_MATERIAL("go up to Z0 or above before a rapid, and down with G1"),
        BEAM_LEFT_ON("end with M5");

        private final String remedy;

        Code(String remedy) {
            this.remedy = remedy;
        }

        /** What the author of the program can do about it. */
        public String remedy() {
            return remedy;
        }
    }
}
