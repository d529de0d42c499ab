package org.cosmofab.orchestrator.fabrication.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.IdSource;

@ApplicationScoped
class StoredOutbox implements Outbox, PanacheRepositoryBase<CommandRow, UUID> {
    private final IdSource ids;

    StoredOutbox(IdSource ids) {
        this.ids = ids;
    }

    @Override
    @Transactional
    public void add(Command command) {
        persist(CommandRow.of(command, ids.issuer()));
    }

    @Override
    @Transactional
    public List<Command> waiting() {
        return find("order by expiresAt, id").stream()
                .map(CommandRow::toCommand)
                .toList();
    }

    @Override
    @Transactional
    public boolean remove(UUID command) {
        // One statement, so that of two who take it out at once one is told that it did.
        return delete("id", command) == 1;
    }

    @Override
    @Transactional
    public List<AttemptId> calledOff(AgentId agent) {
        return find("agent = ?1 and kind = ?2", agent.value(), CommandRow.Kind.CANCEL.name()).stream()
                .map(row -> new AttemptId(Objects.requireNonNull(row.attempt)))
                .toList();
    }

    @Override
    @Transactional
    public void answered(AttemptId attempt) {
        delete("attempt = ?1 and kind = ?2", attempt.value(), CommandRow.Kind.ASSIGN.name());
    }

    @Override
    @Transactional
    public void ended(AttemptId attempt) {
        delete("attempt", attempt.value());
    }
}
