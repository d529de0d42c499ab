package org.cosmofab.agent.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cosmofab.agent.domain.AttemptId;
import org.jspecify.annotations.Nullable;

/** A machine and the truth of it: what was begun on it, how many lines it was given and how many it did. */
final class SimulatedMachine {
    private static final int HELD_MAX = 16;

    private final Map<AttemptId, Integer> begun = new HashMap<>();
    private final Set<AttemptId> whole = new HashSet<>();
    private @Nullable AttemptId running;
    private int given;
    private int done;
    private int total;
    private int twice;
    private boolean plugged = true;

    void begin(AttemptId attempt, int lines) {
        twice += begun.merge(attempt, 1, Integer::sum) > 1 ? 1 : 0;
        running = attempt;
        given = 0;
        done = 0;
        total = lines;
    }

    boolean hasRoom() {
        return given - done < HELD_MAX && given < total;
    }

    void give() {
        given++;
    }

    /** Does what it holds, whether anybody listens or not. */
    void work(int lines) {
        done = Math.min(given, done + lines);
        AttemptId attempt = running;
        if (attempt != null && done == total) {
            whole.add(attempt);
        }
    }

    void halt() {
        running = null;
    }

    void plugged(boolean now) {
        plugged = now;
    }

    boolean isPlugged() {
        return plugged;
    }

    int done() {
        return done;
    }

    int given() {
        return given;
    }

    boolean isWhole(AttemptId attempt) {
        return whole.contains(attempt);
    }

    /** Attempts that were begun although they had been begun before. */
    int twice() {
        return twice;
    }
}
