package org.cosmofab.orchestrator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The second run would prove nothing if it were on the first one's database. */
@QuarkusTest
@OnEveryDatabase
class TestDatabaseTest {
    private final DataSource database;

    @Inject
    TestDatabaseTest(DataSource database) {
        this.database = database;
    }

    @Test
    void isTheOneThatWasAskedFor() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualTo(TestDatabase.postgresIsAsked() ? "PostgreSQL" : "H2");
        }
    }
}
