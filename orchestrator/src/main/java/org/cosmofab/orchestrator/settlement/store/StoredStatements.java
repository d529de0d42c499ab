package org.cosmofab.orchestrator.settlement.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.settlement.domain.Bill;
import org.cosmofab.orchestrator.settlement.domain.Statements;

/** Bills and payments in the database. */
@ApplicationScoped
class StoredStatements implements Statements, PanacheRepositoryBase<SettlementRow, UUID> {

    @Override
    public Optional<Bill> find(OrderId order) {
        return findByIdOptional(order.value()).map(SettlementRow::bill);
    }

    @Override
    public void save(Bill bill, Instant settledAt) {
        persistAndFlush(SettlementRow.of(bill, settledAt));
    }

    @Override
    public boolean isPaid(OrderId order) {
        return getEntityManager().find(PaymentRow.class, order.value()) != null;
    }

    @Override
    public void pay(Bill bill, Instant at, String by) {
        getEntityManager().persist(PaymentRow.of(bill, at, by));
        getEntityManager().flush();
    }

    @Override
    public void lockPayouts() {
        getEntityManager().find(SettlementLockRow.class, "payout", LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<AttemptId> endedAttempts() {
        return getEntityManager()
                .createQuery("select a.attempt from EndedAttemptRow a order by a.attempt", UUID.class)
                .getResultList()
                .stream()
                .map(AttemptId::new)
                .toList();
    }

    @Override
    public void queue(AttemptId attempt) {
        if (getEntityManager().find(EndedAttemptRow.class, attempt.value()) == null) {
            getEntityManager().persist(EndedAttemptRow.of(attempt));
        }
    }

    @Override
    public void unqueue(AttemptId attempt) {
        getEntityManager()
                .createQuery("delete from EndedAttemptRow a where a.attempt = :attempt")
                .setParameter("attempt", attempt.value())
                .executeUpdate();
    }
}
