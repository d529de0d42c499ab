package org.cosmofab.orchestrator.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cosmofab.orchestrator.kernel.DesignVersionId;

/** A catalog of whatever a test puts in. */
@Alternative
@ApplicationScoped
public class FakeCatalog extends Catalog {
    private final Map<DesignVersionId, DesignVersion> versions = new ConcurrentHashMap<>();

    FakeCatalog() {
        super(null, null, Clock.systemUTC(), null, null, false);
    }

    public void put(DesignVersion version) {
        versions.put(version.id(), version);
    }

    @Override
    public Optional<DesignVersion> version(DesignVersionId id) {
        return Optional.ofNullable(versions.get(id));
    }
}
