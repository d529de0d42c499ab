package org.cosmofab.orchestrator.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cosmofab.orchestrator.kernel.DesignVersionId;

/** Hears of publications, and can refuse to. */
@ApplicationScoped
class PublicationLog {
    private final Catalog catalog;
    private final Queue<DesignVersionId> heard = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean fails = new AtomicBoolean();

    PublicationLog(Catalog catalog) {
        this.catalog = catalog;
    }

    void failOnce() {
        fails.set(true);
    }

    long timesHeard(DesignVersionId version) {
        return heard.stream().filter(version::equals).count();
    }

    void heard(@Observes VersionPublished event) {
        if (catalog.version(event.version()).isEmpty()) {
            throw new IllegalStateException("a version that cannot be read was published");
        }
        if (fails.getAndSet(false)) {
            throw new IllegalStateException("not today");
        }
        heard.add(event.version());
    }
}
