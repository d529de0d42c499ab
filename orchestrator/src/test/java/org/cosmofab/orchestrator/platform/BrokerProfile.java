package org.cosmofab.orchestrator.platform;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cosmofab.orchestrator.testing.TestDatabase;

/** The application with its embedded broker, on a free port and in a folder of its own, and the real bus. */
public class BrokerProfile implements QuarkusTestProfile {
    private static final Path DATA = folder();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cosmofab.test.bus", "real",
                "cosmofab.broker.enabled", "true",
                "cosmofab.broker.port", "0",
                "cosmofab.data", DATA.toString(),
                "quarkus.datasource.jdbc.url", TestDatabase.named("with-broker"));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("cosmofab-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
