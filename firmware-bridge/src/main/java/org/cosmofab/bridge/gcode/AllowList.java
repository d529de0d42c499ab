package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.GateProfile.Kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The commands that a kind of machine may be sent, each with the letters it may have. */
final class AllowList {
    /**
     * Source: Marlin 2.1.2, src/gcode/gcode.h. A small letter may stand without a number. M203, M205 and their like change
     * what the firmware holds to be safe and are not here.
     */
    private static final String PRINTER = """
            G0 XYZEF
            G1 XYZEF
            G2 XYZIJREF
            G3 XYZIJREF
            G4 PS
            G10
            G11
            G17
            G21
            G28 xyzow
            G80
            G90
            G91
            G92 E
            M17 xyze
            M18 xyze
            M73 PRQS
            M82
            M83
            M84 xyze
            M104 ST
            M105
            M106 SP
            M107 P
            M109 SRT
            M114
            M115
            M140 S
            M190 SR
            M204 SPRT
            M220 S
            M221 S
            M400
            M900 K
            T0
            """;

    /** Source: Grbl 1.1, gcode.c. All letters of a block go with any of its commands. */
    private static final String CUTTER = """
            G0
            G1
            G2
            G3
            G4
            G17
            G20
            G21
            G40
            G49
            G54
            G61
            G80
            G90
            G91
            G91.1
            G94
            M2
            M3
            M4
            M5
            M7
            M8
            M9
            M30
            """;

    private static final String CUTTER_LETTERS = "XYZIJRFPS";

    private static final Map<Kind, AllowList> BY_KIND = Map.of(
            Kind.FDM_PRINTER, new AllowList(PRINTER, ""),
            Kind.LASER, new AllowList(CUTTER, CUTTER_LETTERS),
            Kind.MILL, new AllowList(CUTTER, CUTTER_LETTERS));

    private final Map<Integer, String> lettersByCommand = new LinkedHashMap<>();
    private final Map<String, String> lettersByName = new LinkedHashMap<>();

    private AllowList(String table, String lettersOfAll) {
        table.lines().forEach(row -> add(row, lettersOfAll));
    }

    private void add(String row, String lettersOfAll) {
        int gap = row.indexOf(' ');
        String name = gap < 0 ? row : row.substring(0, gap);
        String letters = (gap < 0 ? "" : row.substring(gap + 1)) + lettersOfAll;
        lettersByName.put(name, letters);
        Words words = Words.of(name);
        lettersByCommand.put(key(words.letter(0), words.code(0)), letters);
    }

    static AllowList of(Kind kind) {
        return Optional.ofNullable(BY_KIND.get(kind)).orElseThrow();
    }

    /** The letters that a command may have; empty if it is not on the list. */
    Optional<String> letters(char letter, int code) {
        return Optional.ofNullable(lettersByCommand.get(key(letter, code)));
    }

    boolean allows(char letter, int code) {
        return lettersByCommand.containsKey(key(letter, code));
    }

    /** Every command by its name, in the order of the list, with its letters. */
    Map<String, String> lettersByName() {
        return Collections.unmodifiableMap(lettersByName);
    }

    private static int key(char letter, int code) {
        return letter << 24 | code & 0xFFFFFF;
    }
}
