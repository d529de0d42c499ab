package org.cosmofab.bridge.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Programs beside ours that some tests need, such as a slicer. */
public final class Neighbour {
    /** Debian keeps servers here, outside the search path of ordinary users. */
    private static final String SERVERS = File.pathSeparator + "/usr/sbin";

    private Neighbour() {}

    /**
     * Finds a program, or ends the test: as failed where everything should be installed (CI=true), else as aborted with
     * the reason.
     */
    public static Path require(String program) {
        return require(program, System.getenv("PATH") + SERVERS, System.getenv("CI"));
    }

    static Path require(String program, String path, String ci) {
        Optional<Path> found = find(program, path);
        if (found.isEmpty()) {
            String reason = program + " is not installed; this test needs it";
            if ("true".equals(ci)) {
                throw new AssertionError(reason + " (CI=true: nothing may be left out)");
            }
            Assumptions.abort(reason);
        }
        return found.orElseThrow();
    }

    private static Optional<Path> find(String program, String path) {
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
