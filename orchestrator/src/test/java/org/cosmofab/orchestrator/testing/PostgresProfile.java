package org.cosmofab.orchestrator.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * Runs a test's application on PostgreSQL. A test that is to hold on both databases is written once and run twice:
 *
 * <pre>
 * &#64;QuarkusTest
 * class PartiesTest { ... }
 *
 * &#64;QuarkusTest
 * &#64;TestProfile(PostgresProfile.class)
 * &#64;OnPostgres
 * class PartiesOnPostgresTest extends PartiesTest {}
 * </pre>
 */
public class PostgresProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.db-kind", "postgresql");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /** The server of a test run. */
    public static class Server implements QuarkusTestResourceLifecycleManager {
        private Postgres postgres;

        @Override
        public Map<String, String> start() {
            postgres = Postgres.start();
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    postgres.url(),
                    "quarkus.datasource.username",
                    postgres.user(),
                    "quarkus.datasource.password",
                    "trusted");
        }

        @Override
        public void stop() {
            if (postgres != null) {
                postgres.close();
            }
        }
    }
}
