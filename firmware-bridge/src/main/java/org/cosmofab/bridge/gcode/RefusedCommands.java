package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;
import static org.cosmofab.bridge.gcode.GateProfile.Kind;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Commands that are known and refused, with the reason; a command that is on no list is refused as unknown.
 *
 * <p>Source: Marlin 2.1.2, src/gcode/gcode.h; RepRapFirmware and Prusa firmware for their own; Grbl 1.1, gcode.c.
 */
final class RefusedCommands {
    private static final Map<Code, String> TABLE = Map.of(
            Code.COMMAND_OF_SETTINGS,
            "G10 G28.1 G30.1 G43.1 M92 M200 M201 M203 M205 M206 M207 M208 M209 M218 M301 M303 M304 M305 M306 M309 M420 "
                    + "M421 M422 M423 M425 M428 M500 M501 M502 M503 M504 M550 M551 M552 M553 M554 M555 M556 M557 M558 "
                    + "M559 M560 M561 M562 M563 M564 M566 M569 M572 M575 M592 M593 M665 M666 M851 M852 M871 M906 M907 "
                    + "M908 M909 M910 M911 M912 M913 M914 M919",
            Code.COMMAND_OF_FIRMWARE,
            "M16 M85 M112 M410 M524 M936 M993 M994 M995 M997 M999",
            Code.COMMAND_OF_SAFETY,
            "M108 M111 M120 M121 M211 M302 M412 M413",
            Code.COMMAND_OF_PINS,
            "M42 M43 M62 M63 M64 M65 M66 M67 M68 M80 M81 M226 M240 M260 M261 M280 M281 M282 M350 M351 M380 M381 M355",
            Code.COMMAND_OF_STORAGE,
            "M20 M21 M22 M23 M24 M25 M26 M27 M28 M29 M30 M31 M32 M33 M34 M98 M471 M808 M810 M811 M812 M813 M814 M815 "
                    + "M816 M817 M818 M819 M928",
            Code.COMMAND_OF_PROBING,
            "G26 G29 G30 G31 G32 G33 G34 G35 G38 G38.2 G38.3 G38.4 G38.5 G42 G76 G425 M48 M401 M402",
            Code.COMMAND_WAITS_FOR_PERSON,
            "M0 M1 M6 M76 M125 M600 M601 M602 M603",
            Code.COMMAND_OF_NUMBERING,
            "M110",
            Code.ORIGIN_MOVED,
            "G53 G55 G56 G57 G58 G59 G59.1 G59.2 G59.3 G92 G92.1 G92.2 G92.3");

    /**
     * In Grbl they go to places kept in its memory, straight through whatever stands there; a mill may plunge. Source: Grbl
     * 1.1, gcode.c.
     */
    static final Set<String> TO_STORED_PLACES = Set.of("G28", "G30");

    private static final Map<String, Code> CODES = codes();

    private RefusedCommands() {}

    /** Why a command is refused, given that no list allows it. */
    static Code reason(Kind kind, String command) {
        return kind.dialect() == Dialect.GRBL && TO_STORED_PLACES.contains(command)
                ? Code.STORED_PLACE
                : CODES.getOrDefault(command, Code.COMMAND_UNKNOWN);
    }

    /** Every known command with the reason. */
    static Map<String, Code> reasons() {
        return CODES;
    }

    private static Map<String, Code> codes() {
        Map<String, Code> codes = new HashMap<>();
        TABLE.forEach((code, commands) -> {
            for (String command : commands.split(" ")) {
                codes.put(command, code);
            }
        });
        return Map.copyOf(codes);
    }
}
