package org.cosmofab.orchestrator.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.cosmofab.orchestrator.testing.OnPostgres;
import org.cosmofab.orchestrator.testing.PostgresProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PostgresProfile.class)
@OnPostgres
class PartiesOnPostgresTest extends PartiesTest {
    @Inject
    DataSource database;

    @Test
    void theProfileReallyIsOnPostgres() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
    }
}
