package org.cosmofab.bridge.grbl;

import java.util.Locale;
import java.util.Map;
import org.cosmofab.bridge.explanations.Explanation;
import org.cosmofab.bridge.explanations.Explanations;

/**
 * What a board's numbers mean: what is known of its firmware, and what the board itself says of a number that is not.
 *
 * @param own the board's own tables, by {@code alarm/10} and {@code error/20}, if it told them
 */
record GrblExplanations(GrblFirmware firmware, Map<String, String> own) {
    /** For a board that has not said its name yet. */
    static final GrblExplanations UNNAMED = new GrblExplanations(GrblFirmware.GRBL, Map.of());

    GrblExplanations {
        own = Map.copyOf(own);
    }

    String error(int code) {
        return "error:" + code + ": " + words("error/" + code);
    }

    String alarm(int code) {
        return "ALARM:" + code + ": " + words("alarm/" + code);
    }

    private String words(String code) {
        String key = firmware.id() + "/" + code;
        return Explanations.in(Locale.ENGLISH)
                        .of(key)
                        .map(Explanation::words)
                        .orElseGet(() -> own.containsKey(code)
                                ? own.get(code) + " (the machine's own words); look at the machine before anything else"
                                : "not known for " + firmware.id() + "; see the firmware's own list")
                + " [" + key + "]";
    }
}
