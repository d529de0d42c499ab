package org.cosmofab.bridge.gcode;

import java.util.Optional;
import java.util.Set;

/** Tells from the commands used for which dialect a program was written. */
final class DialectGuess {
    /** Heaters, fans and filament modes, in tenths: only printers have them. */
    private static final Set<Integer> MARLIN_M = Set.of(820, 830, 840, 1040, 1060, 1070, 1090, 1400, 1900);

    /** Work co-ordinate systems and feed modes, in tenths: Marlin has them only in special builds. */
    private static final Set<Integer> GRBL_G = Set.of(430, 490, 530, 540, 550, 560, 570, 580, 590, 930, 940);

    private boolean marlin;
    private boolean grbl;
    private boolean laser;

    void saw(Words words) {
        marlin |= words.has('E');
        for (int i = 0; i < words.size(); i++) {
            char letter = words.letter(i);
            if (letter == 'M') {
                sawM(words.code(i));
            } else if (letter == 'G') {
                sawG(words, i);
            }
        }
    }

    private void sawM(int code) {
        marlin |= MARLIN_M.contains(code);
        grbl |= code == 30 || code == 40 || code == 50;
        laser |= code == 40;
    }

    private void sawG(Words words, int index) {
        grbl |= index > 0 || GRBL_G.contains(words.code(index));
        marlin |= words.code(index) == 290;
    }

    /** Whether power was told to follow speed, as only lasers need it. */
    boolean sawLaser() {
        return laser;
    }

    /** The one dialect that signs were seen of. */
    Optional<Dialect> dialect() {
        if (marlin == grbl) {
            return Optional.empty();
        }
        return Optional.of(marlin ? Dialect.MARLIN : Dialect.GRBL);
    }
}
