package org.cosmofab.orchestrator.making;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import org.cosmofab.orchestrator.catalog.FakeCatalog;
import org.cosmofab.orchestrator.preparation.FakePreparation;
import org.cosmofab.orchestrator.settlement.FakeSettlement;
import org.cosmofab.orchestrator.testing.TestDatabase;

/** Orders to passports with their own database, a time that stands still, and stand-ins for designs, programs and prices. */
public class MakingProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url", TestDatabase.named("making"));
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakeCatalog.class, FakePreparation.class, FakeSettlement.class, TestTime.class);
    }
}
