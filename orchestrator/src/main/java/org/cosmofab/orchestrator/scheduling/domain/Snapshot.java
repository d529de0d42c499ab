package org.cosmofab.orchestrator.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;

/**
 * Everything a plan depends on, at one moment. The order of its lists means nothing.
 *
 * @param now workshop time
 * @param handling people's time between two operations on one machine
 * @param wanted operations to place
 * @param pinned operations that a machine has already; their machine, start and end stand
 */
public record Snapshot(
        Instant now, Duration handling, List<MachineFacts> machines, List<Wanted> wanted, List<Placement> pinned) {

    public Snapshot {
        machines = List.copyOf(machines);
        wanted = List.copyOf(wanted);
        pinned = List.copyOf(pinned);
    }

    /**
     * A machine as far as planning cares.
     *
     * @param reachable whether it answers and is not in alarm
     * @param busyUntil when it is free of what is not pinned; in the past if it is free
     */
    public record MachineFacts(
            MachineId id, Process process, Optional<MaterialId> loaded, boolean reachable, Instant busyUntil) {}

    /**
     * An operation without a machine.
     *
     * @param asked whether it is only asked for, not ordered: then a machine that is not loaded, or out of reach now,
     *     still counts, because a person will have seen to it
     * @param options what is known of its making on machines of its process
     */
    public record Wanted(
            OperationId id,
            Rank rank,
            String part,
            Process process,
            MaterialId material,
            boolean asked,
            Map<MachineId, Option> options) {

        public Wanted {
            options = Map.copyOf(options);
        }
    }

    /** Who goes first: older orders, then the order within the order. */
    public record Rank(long order, int ordinal) implements Comparable<Rank> {
        private static final Comparator<Rank> BY_AGE =
                Comparator.comparingLong(Rank::order).thenComparingInt(Rank::ordinal);

        @Override
        public int compareTo(Rank other) {
            return BY_AGE.compare(this, other);
        }
    }

    /** Whether a machine could make an operation. */
    public sealed interface Option {

        /** It would take so long. */
        record Takes(Duration estimate) implements Option {}

        /** There is no safe program for it there. */
        record Impossible(Schedule.Waiting why) implements Option {}

        default <T> T fold(Function<Takes, T> takes, Function<Impossible, T> impossible) {
            return this instanceof Takes t ? takes.apply(t) : impossible.apply((Impossible) this);
        }
    }
}
