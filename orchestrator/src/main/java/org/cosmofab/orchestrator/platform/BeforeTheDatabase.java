package org.cosmofab.orchestrator.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.DataFolderLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * What must be right before the database is opened: nobody else works in the data folder, and the database is of the kind
 * that this package was made for. Migration is the first to open it, so this is called when migration is set up.
 */
@ApplicationScoped
class BeforeTheDatabase implements FlywayConfigurationCustomizer {
    private static final String EMBEDDED_FILE = "jdbc:h2:file:";

    private final String kind;
    private final String url;
    private final Path data;
    private Optional<DataFolderLock> lock = Optional.empty();

    BeforeTheDatabase(
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "cosmofab.data") Path data) {
        this.kind = kind;
        this.url = url;
        this.data = data;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (!url.startsWith("jdbc:" + kind + ":")) {
            throw new IllegalStateException("this package is made for " + kind + ", but the database is " + url
                    + "; start with ./cosmofab, which picks the package that COSMOFAB_DB_URL needs");
        }
        if (url.startsWith(EMBEDDED_FILE)) {
            lock = Optional.of(new DataFolderLock(data));
        }
    }

    @PreDestroy
    void release() {
        lock.ifPresent(DataFolderLock::close);
    }
}
