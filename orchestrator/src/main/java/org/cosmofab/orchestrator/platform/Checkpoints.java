package org.cosmofab.orchestrator.platform;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints of the embedded database, over a connection of their own. Whoever commits while one is under way shares the
 * next, so that many writers pay for few.
 */
@ApplicationScoped
class Checkpoints {
    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final String url;
    private final AtomicLong asked = new AtomicLong();
    private final Object turn = new Object();
    private long covered;
    private @Nullable Connection connection;
    private volatile String failure = "";
    private final AtomicLong made = new AtomicLong();

    Checkpoints(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    /** Whether the database is a file of ours, that nobody else syncs. */
    boolean needed() {
        return url.startsWith("jdbc:h2:file:");
    }

    /** Returns when the disk has all that was committed before. A failure is logged and makes us unhealthy. */
    void sync() {
        long mine = asked.incrementAndGet();
        synchronized (turn) {
            if (covered < mine) {
                long covers = asked.get();
                checkpoint();
                covered = covers;
            }
        }
    }

    private void checkpoint() {
        try (Statement statement = connected().createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            made.incrementAndGet();
            failure = "";
        } catch (SQLException e) {
            failure = "committed data is not safe from a loss of power: " + e.getMessage();
            LOG.error(failure, e);
            disconnect();
        }
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            connection = source.getConnection();
        }
        return connection;
    }

    /** Made so far. */
    long made() {
        return made.get();
    }

    /** Why the last one did not work; empty when it did. */
    Optional<String> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
    }

    @PreDestroy
    void stop() {
        synchronized (turn) {
            disconnect();
        }
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debugf("the connection of checkpoints did not close: %s", e.getMessage());
            }
        }
    }
}
