package org.cosmofab.orchestrator.passports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.OrderId;

/** Passports of what was made here. */
@ApplicationScoped
public class Passports {

    /** The passport, once the order is settled. */
    public Optional<Passport> of(OrderId order) {
        throw new IllegalStateException("not built yet");
    }

    /** Every fabrication of a version here, newest first. */
    public List<Passport> of(DesignVersionId design) {
        throw new IllegalStateException("not built yet");
    }
}
