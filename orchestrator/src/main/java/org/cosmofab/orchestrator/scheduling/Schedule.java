package org.cosmofab.orchestrator.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.OperationId;

/**
 * Which operation on which machine when.
 *
 * @param unplaced operations that no machine can take now, each with what would change it
 */
public record Schedule(Instant plannedAt, List<Placement> placements, Map<OperationId, Waiting> unplaced) {

    public Schedule {
        placements = List.copyOf(placements);
        unplaced = Map.copyOf(unplaced);
    }

    /**
     * What an operation waits for.
     *
     * @param code stable
     * @param facts for the sentence a page makes of it
     */
    public record Waiting(Code code, Map<String, String> facts) {
        public Waiting {
            facts = Map.copyOf(facts);
        }

        /** Why there is no place. */
        public enum Code {
            NO_MACHINE_FOR_PROCESS,
            DOES_NOT_FIT,
            MATERIAL_NOT_LOADED,
            MACHINE_OUT_OF_REACH,
            PROGRAM_REFUSED
        }
    }
}
