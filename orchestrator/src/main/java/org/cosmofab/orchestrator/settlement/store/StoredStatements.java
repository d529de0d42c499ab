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
    public void save(Bill bill, Instant settledAt, List<AttemptId> billed) {
        persistAndFlush(SettlementRow.of(bill, settledAt, billed));
        billed.forEach(this::unqueue);
        unpark(bill.order());
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
    public boolean isBilled(AttemptId attempt) {
        return getEntityManager()
                        .createQuery(
                                "select count(a) from SettlementRow s join s.attempts a where a = :attempt", Long.class)
                        .setParameter("attempt", attempt.value())
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<Ended> endedAttempts() {
        return getEntityManager()
                .createQuery(
                        "select a.attempt, a.order from EndedAttemptRow a where a.parked = false order by a.attempt",
                        Object[].class)
                .getResultStream()
                .map(row -> new Ended(new AttemptId((UUID) row[0]), new OrderId((UUID) row[1])))
                .toList();
    }

    @Override
    public void queue(Ended attempt) {
        if (!hold(attempt)) {
            getEntityManager().persist(EndedAttemptRow.of(attempt));
        }
    }

    @Override
    public boolean hold(Ended attempt) {
        return !getEntityManager()
                .createQuery("select a.attempt from EndedAttemptRow a where a.attempt = :attempt", UUID.class)
                .setParameter("attempt", attempt.attempt().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void park(Ended attempt) {
        change(
                "update EndedAttemptRow a set a.parked = true where a.attempt = :id",
                attempt.attempt().value());
    }

    @Override
    public void unpark(OrderId order) {
        change("update EndedAttemptRow a set a.parked = false where a.order = :id and a.parked = true", order.value());
    }

    @Override
    public void unqueue(AttemptId attempt) {
        change("delete from EndedAttemptRow a where a.attempt = :id", attempt.value());
    }

    private void change(String statement, UUID id) {
        getEntityManager().createQuery(statement).setParameter("id", id).executeUpdate();
    }
}
