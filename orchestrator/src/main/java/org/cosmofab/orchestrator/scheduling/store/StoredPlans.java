package org.cosmofab.orchestrator.scheduling.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.scheduling.Placement;
import org.cosmofab.orchestrator.scheduling.Schedule;
import org.cosmofab.orchestrator.scheduling.Schedule.Waiting;
import org.cosmofab.orchestrator.scheduling.domain.PlanBook;

@ApplicationScoped
class StoredPlans implements PlanBook {
    private static final int FACTS_LENGTH_MAX = 4000;

    private final EntityManager entities;
    private final ObjectMapper json;

    StoredPlans(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Override
    public Optional<Schedule> published() {
        return Optional.ofNullable(entities.find(PlanRow.class, PlanRow.ONLY)).map(plan -> {
            List<Placement> placements = rows(PlacementRow.class).stream()
                    .map(PlacementRow::toPlacement)
                    .sorted(Comparator.comparing(Placement::start)
                            .thenComparing(placement -> placement.machine().value())
                            .thenComparing(placement -> placement.operation().value()))
                    .toList();
            Map<OperationId, Waiting> unplaced = rows(UnplacedRow.class).stream()
                    .collect(Collectors.toMap(row -> new OperationId(row.operation), this::waiting));
            return new Schedule(plan.plannedAt, placements, unplaced);
        });
    }

    @Override
    public void publish(Schedule schedule) {
        Optional.ofNullable(entities.find(PlanRow.class, PlanRow.ONLY))
                .ifPresentOrElse(
                        plan -> plan.planned(schedule.plannedAt()),
                        () -> entities.persist(PlanRow.of(schedule.plannedAt())));
        publishPlacements(schedule.placements());
        publishUnplaced(schedule.unplaced());
    }

    @Override
    public List<Placement> pins() {
        return rows(PinRow.class).stream().map(PinRow::toPlacement).toList();
    }

    @Override
    public void pin(Placement placement) {
        Optional<PinRow> known = Optional.ofNullable(
                entities.find(PinRow.class, placement.operation().value()));
        PinRow row = known.orElseGet(PinRow::new);
        row.take(placement);
        if (known.isEmpty()) {
            entities.persist(row);
        }
    }

    @Override
    public void unpin(Collection<OperationId> operations) {
        rows(PinRow.class).stream()
                .filter(row -> operations.contains(new OperationId(row.operation)))
                .forEach(entities::remove);
    }

    private void publishPlacements(List<Placement> placements) {
        Map<UUID, PlacementRow> old = byKey(rows(PlacementRow.class), row -> row.operation);
        for (Placement placement : placements) {
            PlacementRow known = old.remove(placement.operation().value());
            PlacementRow row = known == null ? new PlacementRow() : known;
            row.take(placement);
            if (known == null) {
                entities.persist(row);
            }
        }
        old.values().forEach(entities::remove);
    }

    private void publishUnplaced(Map<OperationId, Waiting> unplaced) {
        Map<UUID, UnplacedRow> old = byKey(rows(UnplacedRow.class), row -> row.operation);
        unplaced.forEach((operation, waiting) -> {
            UnplacedRow known = old.remove(operation.value());
            UnplacedRow row = known == null ? new UnplacedRow() : known;
            row.take(operation, waiting.code(), facts(waiting));
            if (known == null) {
                entities.persist(row);
            }
        });
        old.values().forEach(entities::remove);
    }

    private <T> List<T> rows(Class<T> type) {
        return entities.createQuery("from " + type.getSimpleName(), type).getResultList();
    }

    private static <T> Map<UUID, T> byKey(List<T> rows, Function<T, UUID> key) {
        return new HashMap<>(rows.stream().collect(Collectors.toMap(key, Function.identity())));
    }

    private String facts(Waiting waiting) {
        try {
            String text = json.writeValueAsString(waiting.facts());
            return text.length() <= FACTS_LENGTH_MAX ? text : json.writeValueAsString(shortened(waiting.facts()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static Map<String, String> shortened(Map<String, String> facts) {
        return facts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        fact -> fact.getValue()
                                .substring(0, Math.min(300, fact.getValue().length()))));
    }

    private Waiting waiting(UnplacedRow row) {
        try {
            Map<String, String> facts = json.readValue(row.facts, new TypeReference<Map<String, String>>() {});
            return new Waiting(Waiting.Code.valueOf(row.code), facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of " + row.operation + " are not what was written", e);
        }
    }
}
