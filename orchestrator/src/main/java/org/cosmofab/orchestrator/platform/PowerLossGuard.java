package org.cosmofab.orchestrator.platform;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Locale;
import java.util.Set;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Makes what a transaction wrote survive a loss of power before its commit returns, so before anything is acknowledged.
 *
 * <p>The embedded database writes at each commit, but leaves it to the system when the disk has it. So a transaction that
 * wrote is followed by a checkpoint. Measured on a busy machine of two cores: a commit of one row takes 5 to 7 ms instead
 * of 2 with one writer, and 1 to 3 ms instead of 1 with eight, who share checkpoints. PostgreSQL does this by itself.
 *
 * <p>Sees what goes through Hibernate; who writes over a connection of their own syncs by themselves.
 */
@PersistenceUnitExtension
@ApplicationScoped
class PowerLossGuard implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private static final String KEY = PowerLossGuard.class.getName();
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge");

    private final transient TransactionSynchronizationRegistry transactions;
    private final transient Checkpoints checkpoints;

    PowerLossGuard(TransactionSynchronizationRegistry transactions, Checkpoints checkpoints) {
        this.transactions = transactions;
        this.checkpoints = checkpoints;
    }

    @Override
    public String inspect(String sql) {
        if (checkpoints.needed() && writes(sql) && running() && transactions.getResource(KEY) == null) {
            transactions.putResource(KEY, Boolean.TRUE);
            transactions.registerInterposedSynchronization(new AfterCommit(checkpoints));
        }
        return sql;
    }

    private boolean running() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    private static boolean writes(String sql) {
        int space = sql.indexOf(' ');
        return space > 0 && WRITES.contains(sql.substring(0, space).toLowerCase(Locale.ROOT));
    }

    private record AfterCommit(Checkpoints checkpoints) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // There is nothing to sync before the commit.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                checkpoints.sync();
            }
        }
    }
}
