package org.cosmofab.orchestrator.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that a test needs: where it is missing, the test is skipped with a reason; under {@code CI=true} it fails. */
public final class Requirement {

    private Requirement() {}

    public static void program(Path executable, String debianPackage) {
        if (Files.isExecutable(executable)) {
            return;
        }
        String missing = executable + " is missing: apt-get install " + debianPackage;
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(missing);
        }
        Assumptions.abort(missing);
    }
}
