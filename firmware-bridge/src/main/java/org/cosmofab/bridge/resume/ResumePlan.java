package org.cosmofab.bridge.resume;

import java.util.List;
import java.util.function.Function;
import org.cosmofab.bridge.gcode.SafeProgram;

/** What came of planning: a plan for a person to judge, or why there is none. */
public sealed interface ResumePlan {

    /**
     * A plan; carrying it out is a new attempt with {@link #program()}, which only a person may order.
     *
     * @param from index of the first program line that would be sent again
     * @param line the same as a line of the source file
     * @param overlap lines from there that had been sent and may have been made already
     * @param modes what lasts at that line
     * @param prologue lines that bring the machine there
     * @param unknown what the plan cannot know, a sentence each; a person must see to every one
     * @param program prologue and rest, sanitised
     */
    record Possible(
            int from,
            int line,
            int overlap,
            Modes modes,
            List<String> prologue,
            List<String> unknown,
            SafeProgram program)
            implements ResumePlan {
        public Possible {
            prologue = List.copyOf(prologue);
            unknown = List.copyOf(unknown);
        }
    }

    /** There is none. */
    record Impossible(String why) implements ResumePlan {}

    /** Answers every case; a new case changes this signature and so every caller. */
    default <T> T fold(Function<Possible, T> possible, Function<Impossible, T> impossible) {
        if (this instanceof Possible p) {
            return possible.apply(p);
        }
        return impossible.apply((Impossible) this);
    }
}
