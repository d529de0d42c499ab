package org.cosmofab.orchestrator.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import org.cosmofab.orchestrator.testing.TestDatabase;

/** The application with a workshop whose time stands still: an afternoon with something of everything. */
public class Stage implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(StagedClock.class, StagedWorkshop.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.jdbc.url", TestDatabase.named("stage"),
                "cosmofab.data", "target/stage-data",
                "cosmofab.zone", "Europe/Paris",
                "cosmofab.workshop.name", "FabLab Riverside");
    }
}
