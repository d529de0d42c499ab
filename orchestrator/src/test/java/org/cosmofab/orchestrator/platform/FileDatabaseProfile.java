package org.cosmofab.orchestrator.platform;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The embedded database as a workshop runs it: in a file, in a folder of its own. */
public class FileDatabaseProfile implements QuarkusTestProfile {

    private static final Path DATA = folder();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cosmofab.data",
                DATA.toString(),
                "quarkus.datasource.jdbc.url",
                "jdbc:h2:file:" + DATA + "/db/cosmofab;WRITE_DELAY=0");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cosmofab-file-database");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
