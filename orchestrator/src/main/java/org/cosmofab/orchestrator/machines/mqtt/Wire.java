package org.cosmofab.orchestrator.machines.mqtt;

import java.util.Locale;
import org.cosmofab.orchestrator.machines.LiveState;

/** What all messages of the wire share. */
final class Wire {
    private static final int VERSION = 1;

    private Wire() {}

    static void check(WireFields fields) {
        if (fields.count("wire").orElse(0) != VERSION) {
            throw fields.malformed("wire", "is not " + VERSION);
        }
    }

    static LiveState.State state(WireFields fields) {
        String word = fields.word("state");
        try {
            return LiveState.State.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw fields.malformed("state", "is not known: " + word);
        }
    }
}
