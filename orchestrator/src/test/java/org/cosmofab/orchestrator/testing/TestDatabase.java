package org.cosmofab.orchestrator.testing;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
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

    /** By the driver that this class sees itself: the one that the driver manager knows may be another loader's. */
    private static Connection connect(String url) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", Postgres.USER);
        for (Driver driver : ServiceLoader.load(Driver.class, TestDatabase.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver.connect(url, login);
            }
        }
        throw new AssertionError("no driver for " + url);
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
