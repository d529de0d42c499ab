package org.cosmofab.orchestrator.fabrication.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.RealTime;

@ApplicationScoped
class StoredAttempts implements AttemptBook, PanacheRepositoryBase<AttemptRow, UUID> {
    private final IdSource ids;
    private final RealTime realTime;

    StoredAttempts(IdSource ids, RealTime realTime) {
        this.ids = ids;
        this.realTime = realTime;
    }

    @Override
    public Optional<TrackedAttempt> find(AttemptId id) {
        return findByIdOptional(id.value()).map(AttemptRow::toAttempt);
    }

    @Override
    public Optional<TrackedAttempt> hold(AttemptId id) {
        EntityManager entities = getEntityManager();
        Optional<AttemptRow> row = findByIdOptional(id.value());
        // Read again under the lock: what this transaction saw before may be old.
        entities.flush();
        row.ifPresent(each -> entities.refresh(each, LockModeType.PESSIMISTIC_WRITE));
        return row.map(AttemptRow::toAttempt);
    }

    @Override
    public List<TrackedAttempt> open() {
        return attempts("openOperation is not null order by assignedAt, id");
    }

    @Override
    public Optional<TrackedAttempt> openOn(MachineId machine) {
        return attempts("openMachine", machine.value()).stream().findFirst();
    }

    @Override
    public Optional<TrackedAttempt> lastOn(MachineId machine) {
        return find("machine = ?1 and startedAt is not null order by fence desc", machine.value())
                .page(0, 1)
                .firstResultOptional()
                .map(AttemptRow::toAttempt);
    }

    @Override
    public List<TrackedAttempt> of(OperationId operation) {
        return attempts("operation = ?1 order by number", operation.value());
    }

    @Override
    public List<TrackedAttempt> of(OrderId order) {
        return attempts("orderId = ?1 order by assignedAt, id", order.value());
    }

    @Override
    public List<AttemptId> due() {
        return attempts("due = true order by assignedAt, id").stream()
                .map(TrackedAttempt::id)
                .toList();
    }

    @Override
    public void add(TrackedAttempt attempt) {
        persistAndFlush(AttemptRow.of(attempt, ids.issuer()));
    }

    @Override
    public void save(TrackedAttempt attempt) {
        findByIdOptional(attempt.id().value()).orElseThrow().take(attempt);
    }

    @Override
    public long nextFence(MachineId machine) {
        EntityManager entities = getEntityManager();
        FenceRow row = entities.find(FenceRow.class, machine.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = FenceRow.first(machine.value());
            entities.persist(row);
            entities.flush();
            return row.last;
        }
        return row.next();
    }

    @Override
    public boolean firstTime(AgentReport report) {
        EntityManager entities = getEntityManager();
        var key = new AgentEventRow.Key(report.agent().value(), report.sequence());
        if (entities.find(AgentEventRow.class, key) != null) {
            return false;
        }
        entities.persist(AgentEventRow.of(report, ids.issuer(), realTime.now()));
        entities.flush();
        return true;
    }

    private List<TrackedAttempt> attempts(String query, Object... parameters) {
        return find(query, parameters).stream().map(AttemptRow::toAttempt).toList();
    }
}
