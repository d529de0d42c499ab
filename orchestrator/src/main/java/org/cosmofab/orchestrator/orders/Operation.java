package org.cosmofab.orchestrator.orders;

import java.time.Duration;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Process;

/**
 * One machine step of an order.
 *
 * @param part name of the design's part
 * @param copy which copy of it, from 1
 */
public record Operation(
        OperationId id, OrderId order, String part, int copy, Process process, MaterialId material, Stage stage) {

    /**
     * People's time for one operation: to load, to take the piece off, to clear the machine. A standard, because nobody clocks
     * it yet; quotes, plans and measured use all take this one figure.
     */
    public static final Duration HANDLING = Duration.ofSeconds(300);

    /** How far an operation is. */
    public enum Stage {
        WAITING,
        ASSIGNED,
        RUNNING,
        DONE,
        /** The last attempt did not end well; a person decides. */
        NEEDS_PERSON,
        CANCELLED
    }
}
