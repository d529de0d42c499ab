package org.cosmofab.orchestrator.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The database that tests run on: H2 in memory or, with {@code -Dcosmofab.test.database=postgresql}, Debian's PostgreSQL,
 * started once for the whole run. The build runs the tests marked {@link OnEveryDatabase} on both.
 *
 * <p>What the run has found out stands in system properties, because Quarkus loads test classes more than once.
 */
public final class TestDatabase implements LauncherSessionListener {
    private static final String KIND = "cosmofab.test.database";
    private static final String SERVER = "cosmofab.test.database.server";
    private static final String ALREADY_THERE = "42P04";

    private Postgres postgres;

    /** Whether this run was asked to be on PostgreSQL. */
    static boolean postgresIsAsked() {
        return "postgresql".equals(System.getProperty(KIND));
    }

    /** The JDBC address of a database that no other test profile uses. */
    public static String named(String name) {
        String server = System.getProperty(SERVER);
        if (server == null) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
        }
        try (Connection connection = connect(server + "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException e) {
            if (!ALREADY_THERE.equals(e.getSQLState())) {
                throw new AssertionError("cannot create the database " + name, e);
            }
        }
        return server + name;
    }

    /** Without the driver manager, which knows only the drivers of the loader that asked it first. */
    private static Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Postgres.USER);
        return new org.postgresql.Driver().connect(url, properties);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!postgresIsAsked() || !Postgres.isInstalledOrMustBe()) {
            return;
        }
        postgres = Postgres.start();
        System.setProperty(SERVER, postgres.url());
        System.setProperty("quarkus.datasource.db-kind", "postgresql");
        System.setProperty("quarkus.datasource.jdbc.url", named("test"));
        System.setProperty("quarkus.datasource.username", Postgres.USER);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            postgres.close();
        }
    }
}
