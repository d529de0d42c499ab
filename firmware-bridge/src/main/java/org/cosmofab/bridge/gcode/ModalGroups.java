package org.cosmofab.bridge.gcode;

/**
 * Groups of commands of which a block may have one.
 *
 * <p>Source: NIST RS274NGC Interpreter version 3, table 4; Grbl 1.1 error 21.
 */
final class ModalGroups {
    private ModalGroups() {}

    /** Number of a command's group, from 1; 0 if it excludes nothing. */
    static int of(char letter, int code) {
        if (letter == 'G') {
            return ofG(code);
        }
        return letter == 'M' ? ofM(code) : 0;
    }

    private static int ofG(int code) {
        return switch (code) {
            case 0, 10, 20, 30, 800 -> 1;
            case 170, 180, 190 -> 2;
            case 200, 210 -> 3;
            case 900, 910 -> 4;
            case 930, 940 -> 5;
            case 540, 550, 560, 570, 580, 590 -> 6;
            default -> 0;
        };
    }

    private static int ofM(int code) {
        return switch (code) {
            case 0, 10, 20, 300 -> 7;
            case 30, 40, 50 -> 8;
            default -> 0;
        };
    }
}
