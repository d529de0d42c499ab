package org.cosmofab.orchestrator.web;

import java.util.HashMap;
import java.util.Map;
import org.cosmofab.orchestrator.testing.TestDatabase;

/** The same workshop, found from outside under an address of its own, by a proxy that tells who asks. */
public class PublicStage extends Stage {
    static final String ADDRESS = "https://fablab.example";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("quarkus.datasource.jdbc.url", TestDatabase.named("public-stage"));
        settings.put("cosmofab.data", "target/public-stage-data");
        settings.put("cosmofab.public-address", ADDRESS);
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.enable-forwarded-host", "true");
        settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        return settings;
    }
}
