package org.cosmofab.orchestrator.scheduling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.scheduling.domain.PlanBook;
import org.cosmofab.orchestrator.scheduling.domain.Planner;
import org.cosmofab.orchestrator.scheduling.domain.PromiseRule;
import org.cosmofab.orchestrator.scheduling.domain.Snapshot;

/** The schedule, planned again at every event, started work pinned. Fires {@link SchedulePublished}. */
@ApplicationScoped
public class Scheduling {
    private final SnapshotAssembler assembler;
    private final PlanBook book;
    private final Event<SchedulePublished> events;

    /** Held while a plan is made and published: there is one writer. */
    private final ReentrantLock planning = new ReentrantLock();

    Scheduling(SnapshotAssembler assembler, PlanBook book, Event<SchedulePublished> events) {
        this.assembler = assembler;
        this.book = book;
        this.events = events;
    }

    /** The schedule last published; an empty one, planned at the beginning of time, if there never was any. */
    @Transactional
    public Schedule current() {
        return book.published().orElseGet(() -> new Schedule(Instant.EPOCH, List.of(), java.util.Map.of()));
    }

    /**
     * Plans again from the present facts and publishes the plan.
     *
     * <p>Blocks while programs are prepared, so never call it in a transaction or on a messaging thread.
     */
    public Schedule replan() {
        planning.lock();
        try {
            Schedule schedule = Planner.plan(assembler.present(pins()));
            QuarkusTransaction.requiringNew().run(() -> publish(schedule));
            events.fire(new SchedulePublished(schedule.plannedAt()));
            return schedule;
        } finally {
            planning.unlock();
        }
    }

    /**
     * When so many objects of a design would be done if ordered now. Refused if they can never be made here.
     *
     * <p>Blocks while programs are prepared. What waits for a material or a machine now is taken as seen to by then.
     */
    public Result<Instant> promise(DesignVersion design, int quantity) {
        Snapshot snapshot = assembler.asked(assembler.present(pins()), design, quantity);
        Set<OperationId> asked = snapshot.wanted().stream()
                .filter(Snapshot.Wanted::asked)
                .map(Snapshot.Wanted::id)
                .collect(Collectors.toSet());
        Schedule schedule = Planner.plan(snapshot);
        return asked.stream()
                .filter(schedule.unplaced()::containsKey)
                .min(java.util.Comparator.comparing(OperationId::value))
                .map(id -> Result.<Instant>refused(refusal(schedule.unplaced().get(id))))
                .orElseGet(() -> Result.done(PromiseRule.promise(snapshot.now(), lastEnd(schedule, asked))));
    }

    /** A machine takes an operation now: it stays there in every later plan. In the caller's transaction. */
    @Transactional
    public void pin(OperationId operation, MachineId machine, Duration estimate) {
        Instant now = assembler.now();
        book.pin(new Placement(operation, machine, now, now.plus(estimate).truncatedTo(ChronoUnit.MICROS), true));
    }

    private List<Placement> pins() {
        return QuarkusTransaction.requiringNew().call(book::pins);
    }

    private void publish(Schedule schedule) {
        book.publish(schedule);
        // Pins are read before stages: what is assigned in between keeps its pin.
        Set<OperationId> pinned = book.pins().stream().map(Placement::operation).collect(Collectors.toSet());
        pinned.removeAll(assembler.atMachines());
        book.unpin(pinned);
    }

    private static Instant lastEnd(Schedule schedule, Set<OperationId> asked) {
        return schedule.placements().stream()
                .filter(placement -> asked.contains(placement.operation()))
                .map(Placement::end)
                .max(Instant::compareTo)
                .orElse(schedule.plannedAt());
    }

    private static Refusal refusal(Schedule.Waiting waiting) {
        Refusal refusal = Refusal.of(
                        SchedulingRefusal.CANNOT_BE_MADE_HERE,
                        waiting.facts().getOrDefault("part", "a part") + ": "
                                + waiting.code()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' ')
                                + waiting.facts().entrySet().stream()
                                        .filter(fact -> !fact.getKey().equals("part"))
                                        .sorted(java.util.Map.Entry.comparingByKey())
                                        .map(fact -> ", " + fact.getKey() + " " + fact.getValue())
                                        .collect(Collectors.joining()))
                .with("code", waiting.code().name());
        for (var fact : waiting.facts().entrySet()) {
            refusal = refusal.with(fact.getKey(), fact.getValue());
        }
        return refusal;
    }
}
