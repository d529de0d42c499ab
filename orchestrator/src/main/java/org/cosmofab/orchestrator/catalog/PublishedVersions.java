package org.cosmofab.orchestrator.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cosmofab.designs.content.DesignVersion;
import org.cosmofab.orchestrator.kernel.DesignVersionId;

/** Where published versions are kept: port of the store. */
public interface PublishedVersions {

    Optional<Published> find(DesignVersionId version);

    /** Newest first. */
    List<Published> all();

    /** Nobody else records a version until the transaction ends. */
    void hold();

    /** Records a version whose files are kept. */
    void add(Published published);

    /** The folder with a version's files; there once {@link #keep} was called. */
    Path folder(DesignVersionId version);

    /**
     * Copies a version's files to their folder, whole or not at all, and onto the disk before it returns. A folder that is
     * there and damaged is replaced.
     *
     * @param files what the version consists of; nothing else is copied
     */
    void keep(DesignVersionId version, Path from, DesignVersion files);

    /** A new place beside the kept folders, for a pull; nothing is there yet. */
    Path scratch();

    /** Clears such a place away. */
    void discard(Path scratch);
}
