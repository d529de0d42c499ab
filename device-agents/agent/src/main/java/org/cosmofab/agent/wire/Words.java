package org.cosmofab.agent.wire;

import java.util.Locale;
import org.cosmofab.bridge.machine.MachineStatus;

/** Words of the contract for words of the code. */
final class Words {
    private static final int TEXT_MAX = 2000;

    private Words() {}

    static String of(MachineStatus.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Words for a person, no longer than the contract allows; never half a character. */
    static String text(String words) {
        if (words.codePointCount(0, words.length()) <= TEXT_MAX) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, TEXT_MAX));
    }
}
