package org.cosmofab.orchestrator.platform;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The embedded database as a workshop runs it: in a file, in a folder of its own. */
public class FileDatabaseProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "file-database");
            return Map.of(
                    "cosmofab.data",
                    data.toString(),
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:file:" + data + "/db/cosmofab;WRITE_DELAY=0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
