package org.cosmofab.orchestrator.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Result;

/** The schedule, planned again at every event, started work pinned. */
@ApplicationScoped
public class Scheduling {

    public Schedule current() {
        throw new IllegalStateException("not built yet");
    }

    /** Plans again from the present facts and publishes the plan. */
    public Schedule replan() {
        throw new IllegalStateException("not built yet");
    }

    /** When so many objects of a design would be done if ordered now. Refused if they can never be made here. */
    public Result<Instant> promise(DesignVersion design, int quantity) {
        throw new IllegalStateException("not built yet");
    }
}
