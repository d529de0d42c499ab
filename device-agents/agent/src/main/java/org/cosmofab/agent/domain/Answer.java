package org.cosmofab.agent.domain;

import java.util.function.Function;
import java.util.function.Supplier;

/** What an agent says to an assignment; an attempt has one answer for ever. */
public sealed interface Answer {

    /** It is on the disk and will run, or has run. */
    record Accepted() implements Answer {}

    /** It never runs. */
    record Refused(Refusal code, String detail) implements Answer {}

    /** Answers both cases. */
    default <T> T fold(Supplier<T> accepted, Function<Refused, T> refused) {
        if (this instanceof Refused r) {
            return refused.apply(r);
        }
        return accepted.get();
    }
}
