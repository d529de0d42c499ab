package org.cosmofab.agent.journal;

import java.nio.file.Path;

/** Another agent works on the same data directory. */
public final class DataDirectoryTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataDirectoryTaken(Path directory) {
        super("another agent works on " + directory + "; stop it, or give this one a directory of its own with --data");
    }
}
