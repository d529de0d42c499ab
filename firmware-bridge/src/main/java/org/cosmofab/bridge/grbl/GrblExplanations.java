package org.cosmofab.bridge.grbl;

import java.util.Map;

/**
 * What Grbl 1.1's numbers mean, and what to do. Other firmwares use the same numbers for other things.
 *
 * <p>Source: Grbl 1.1h, doc/csv/error_codes_en_US.csv and alarm_codes_en_US.csv, in our own words.
 */
final class GrblExplanations {
    private static final Map<Integer, String> ERRORS = Map.ofEntries(
            Map.entry(1, "a word does not begin with a letter"),
            Map.entry(2, "a letter has no number, or the number cannot be read"),
            Map.entry(3, "the $ command is not known"),
            Map.entry(4, "the number may not be negative"),
            Map.entry(5, "homing is not enabled in the settings"),
            Map.entry(6, "the step pulse is set too short"),
            Map.entry(7, "the settings could not be read and were put back to their defaults"),
            Map.entry(8, "the command needs the machine to be idle"),
            Map.entry(9, "the machine is locked by an alarm; look at it, then clear it"),
            Map.entry(10, "soft limits need homing to be enabled"),
            Map.entry(11, "the line is too long"),
            Map.entry(12, "the step rate would be too high"),
            Map.entry(13, "the safety door is open"),
            Map.entry(14, "the stored line is too long"),
            Map.entry(15, "the jog would leave the machine's travel"),
            Map.entry(16, "the jog command is incomplete or holds something else"),
            Map.entry(17, "laser mode needs an output that can be modulated"),
            Map.entry(20, "the command is not supported by this firmware"),
            Map.entry(21, "two commands of one line exclude each other"),
            Map.entry(22, "no feed was ever given"),
            Map.entry(23, "the command needs a whole number"),
            Map.entry(24, "two commands of one line both want the axis words"),
            Map.entry(25, "a word stands twice in a line"),
            Map.entry(26, "the command needs axis words and has none"),
            Map.entry(27, "the line number is out of range"),
            Map.entry(28, "the command lacks a word that it needs"),
            Map.entry(29, "the work co-ordinates are not supported"),
            Map.entry(30, "G53 needs G0 or G1"),
            Map.entry(31, "axis words stand without a command that uses them"),
            Map.entry(32, "an arc has no axis words in its plane"),
            Map.entry(33, "the target of the move is not possible"),
            Map.entry(34, "the radius of an arc does not fit its ends"),
            Map.entry(35, "an arc has no centre"),
            Map.entry(36, "words are left over that no command uses"),
            Map.entry(37, "the tool length offset is on the wrong axis"),
            Map.entry(38, "the tool number is too high"));

    private static final Map<Integer, String> ALARMS = Map.of(
            1, "a limit switch was hit and the position is probably lost; free the axis, clear, and set the zero anew",
            2,
                    "a move would have left the machine's travel; the position is kept; clear, and correct the program or zero",
            3, "it was reset while moving and the position is lost; clear, and set the zero anew",
            4, "the probe was not in its starting state",
            5, "the probe touched nothing within its travel",
            6, "homing was reset",
            7, "the safety door was opened during homing",
            8, "homing did not clear the limit switch",
            9, "homing did not find the limit switch",
            10, "homing did not find the second limit switch of a two-motor axis");

    private GrblExplanations() {}

    static String error(int code) {
        return "error:" + code + ": " + ERRORS.getOrDefault(code, "not known in Grbl 1.1; see the firmware's own list");
    }

    static String alarm(int code) {
        return "ALARM:" + code + ": " + ALARMS.getOrDefault(code, "not known in Grbl 1.1; see the firmware's own list");
    }
}
