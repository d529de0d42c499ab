package org.cosmofab.orchestrator.members;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Result;

/** The parties this workshop knows. */
@ApplicationScoped
public class Parties {

    /** Registers a party; the same id with the same content again answers the party that is there. */
    public Result<Party> register(Party party) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<Party> find(PartyId id) {
        throw new IllegalStateException("not built yet");
    }

    public List<Party> all() {
        throw new IllegalStateException("not built yet");
    }

    /** The workshop itself; exists from the first start on. */
    public Party workshop() {
        throw new IllegalStateException("not built yet");
    }

    /** The for-benefit association; exists from the first start on. */
    public Party association() {
        throw new IllegalStateException("not built yet");
    }
}
