package org.cosmofab.orchestrator.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Holds the database to the key beside it: data of one node must not go on under the name of another. */
@ApplicationScoped
class NodeRecord {
    private static final int BEFORE_ANY_ID_IS_GIVEN = 1;

    private final NodeIdentity identity;
    private final DataSource database;
    private final RealTime time;

    NodeRecord(NodeIdentity identity, DataSource database, RealTime time) {
        this.identity = identity;
        this.database = database;
        this.time = time;
    }

    @Transactional
    void check(@Observes @Priority(BEFORE_ANY_ID_IS_GIVEN) StartupEvent event) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<String> there = issuer(connection);
            if (there.isEmpty()) {
                write(connection);
            } else if (!there.get().equals(identity.issuer())) {
                throw new IllegalStateException("the database belongs to the node " + there.get()
                        + ", but node.key in cosmofab.data is that of " + identity.issuer()
                        + "; restore the key from the backup of that data");
            }
        }
    }

    private static Optional<String> issuer(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select issuer from node");
                ResultSet result = query.executeQuery()) {
            return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
        }
    }

    private void write(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into node (issuer, public_key, named_at) values (?, ?, ?)")) {
            insert.setString(1, identity.issuer());
            insert.setString(2, identity.publicKey());
            insert.setObject(3, OffsetDateTime.ofInstant(time.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
