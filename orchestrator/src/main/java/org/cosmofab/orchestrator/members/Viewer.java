package org.cosmofab.orchestrator.members;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.PartyId;

/** Who asks: the login of the present request, or nobody. */
@RequestScoped
public class Viewer {

    public Optional<String> login() {
        throw new IllegalStateException("not built yet");
    }

    public Optional<PartyId> party() {
        throw new IllegalStateException("not built yet");
    }

    public boolean has(Role role) {
        throw new IllegalStateException("not built yet");
    }
}
