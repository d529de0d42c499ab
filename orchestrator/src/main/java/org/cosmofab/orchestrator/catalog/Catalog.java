package org.cosmofab.orchestrator.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Result;

/** The designs this workshop can make. */
@ApplicationScoped
public class Catalog {

    /** Publishes a version from a folder; the same content again answers the version that is there. */
    public Result<DesignVersion> publish(Path folder, PartyId publisher) {
        throw new IllegalStateException("not built yet");
    }

    /** Publishes the design in a folder of a git repository at a ref. */
    public Result<DesignVersion> pull(String repository, String ref, String folder, PartyId publisher) {
        throw new IllegalStateException("not built yet");
    }

    public Optional<DesignVersion> version(DesignVersionId id) {
        throw new IllegalStateException("not built yet");
    }

    /** The newest version of each design, by slug. */
    public List<DesignVersion> newest() {
        throw new IllegalStateException("not built yet");
    }

    /** All versions of a design, newest first. */
    public List<DesignVersion> versions(String slug) {
        throw new IllegalStateException("not built yet");
    }

    /**
     * A file of a version, verified against its hash.
     *
     * @return empty if the version has no such file
     */
    public Optional<Path> file(DesignVersionId id, String path) {
        throw new IllegalStateException("not built yet");
    }
}
