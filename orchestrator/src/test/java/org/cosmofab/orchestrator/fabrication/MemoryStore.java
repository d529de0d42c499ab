package org.cosmofab.orchestrator.fabrication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.Surroundings;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.domain.OperationState;

/**
 * Database and other rooms in memory, with transactions: what a transaction did is there when it ends, or not at all. Calls
 * {@code interruption} at every step, which may throw to break the transaction off.
 */
final class MemoryStore implements AttemptBook, Outbox, Surroundings {
    private Tables tables = new Tables();
    private final Runnable interruption;

    /** How often what an attempt used was written off. */
    record Booking(Attempt.Used used, int times) {}

    private static final class Tables {
        final Map<AttemptId, TrackedAttempt> attempts = new LinkedHashMap<>();
        final Map<UUID, Command> commands = new LinkedHashMap<>();
        final Map<MachineId, Long> fences = new HashMap<>();
        final Set<String> events = new HashSet<>();
        final Map<OperationId, Operation.Stage> stages = new LinkedHashMap<>();
        final Map<AttemptId, Booking> bookings = new HashMap<>();
        final Map<MachineId, AgentReport.MachineState> machines = new HashMap<>();

        Tables copy() {
            Tables copy = new Tables();
            copy.attempts.putAll(attempts);
            copy.commands.putAll(commands);
            copy.fences.putAll(fences);
            copy.events.addAll(events);
            copy.stages.putAll(stages);
            copy.bookings.putAll(bookings);
            copy.machines.putAll(machines);
            return copy;
        }
    }

    MemoryStore(Runnable interruption) {
        this.interruption = interruption;
    }

    <T> T transaction(Supplier<T> work) {
        Tables before = tables;
        tables = before.copy();
        boolean committed = false;
        try {
            T result = work.get();
            interruption.run();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                tables = before;
            }
        }
    }

    void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    void operation(OperationId id) {
        tables.stages.put(id, Operation.Stage.WAITING);
    }

    Map<OperationId, Operation.Stage> operations() {
        return tables.stages;
    }

    Map<AttemptId, Booking> bookings() {
        return tables.bookings;
    }

    List<TrackedAttempt> all() {
        return List.copyOf(tables.attempts.values());
    }

    Optional<AgentReport.MachineState> machine(MachineId id) {
        return Optional.ofNullable(tables.machines.get(id));
    }

    @Override
    public Optional<TrackedAttempt> find(AttemptId id) {
        return Optional.ofNullable(tables.attempts.get(id));
    }

    @Override
    public Optional<TrackedAttempt> hold(AttemptId id) {
        interruption.run();
        return find(id);
    }

    @Override
    public List<TrackedAttempt> open() {
        return tables.attempts.values().stream().filter(TrackedAttempt::isOpen).toList();
    }

    @Override
    public Optional<TrackedAttempt> openOn(MachineId machine) {
        return open().stream()
                .filter(each -> each.assignment().machine().equals(machine))
                .findFirst();
    }

    @Override
    public Optional<TrackedAttempt> lastOn(MachineId machine) {
        return tables.attempts.values().stream()
                .filter(each -> each.assignment().machine().equals(machine))
                .filter(each -> each.times().startedAt().isPresent())
                .max(Comparator.comparingLong(each -> each.assignment().fence()));
    }

    @Override
    public List<TrackedAttempt> of(OperationId operation) {
        return tables.attempts.values().stream()
                .filter(each -> each.assignment().operation().equals(operation))
                .sorted(Comparator.comparing(each -> each.assignment().number()))
                .toList();
    }

    @Override
    public List<TrackedAttempt> of(OrderId order) {
        return all();
    }

    @Override
    public List<AttemptId> due() {
        return tables.attempts.values().stream()
                .filter(TrackedAttempt::due)
                .map(TrackedAttempt::id)
                .toList();
    }

    @Override
    public void add(TrackedAttempt attempt) {
        interruption.run();
        boolean taken = open().stream()
                .anyMatch(each -> each.assignment()
                                .operation()
                                .equals(attempt.assignment().operation())
                        || each.assignment()
                                .machine()
                                .equals(attempt.assignment().machine()));
        if (taken) {
            throw new IllegalStateException("unique constraint: a second open attempt " + attempt);
        }
        tables.attempts.put(attempt.id(), attempt);
    }

    @Override
    public void save(TrackedAttempt attempt) {
        interruption.run();
        tables.attempts.put(attempt.id(), attempt);
    }

    @Override
    public long nextFence(MachineId machine) {
        interruption.run();
        return tables.fences.merge(machine, 1L, Long::sum);
    }

    @Override
    public boolean firstTime(AgentReport report) {
        interruption.run();
        return tables.events.add(report.agent() + " " + report.sequence());
    }

    @Override
    public void add(Command command) {
        interruption.run();
        tables.commands.put(command.id(), command);
    }

    @Override
    public List<Command> waiting() {
        return new ArrayList<>(tables.commands.values());
    }

    @Override
    public boolean remove(UUID command) {
        interruption.run();
        return tables.commands.remove(command) != null;
    }

    @Override
    public List<AttemptId> calledOff(AgentId agent) {
        return tables.commands.values().stream()
                .filter(each -> each.agent().equals(agent) && each.what() instanceof Command.Cancel)
                .flatMap(each -> about(each.what()).stream())
                .toList();
    }

    @Override
    public void answered(AttemptId attempt) {
        tables.commands
                .values()
                .removeIf(each -> each.what() instanceof Command.Assign assign
                        && assign.attempt().equals(attempt));
    }

    @Override
    public void ended(AttemptId attempt) {
        tables.commands.values().removeIf(each -> about(each.what()).equals(Optional.of(attempt)));
    }

    private static Optional<AttemptId> about(Command.What what) {
        if (what instanceof Command.Assign assign) {
            return Optional.of(assign.attempt());
        }
        return what instanceof Command.Cancel cancel ? Optional.of(cancel.attempt()) : Optional.empty();
    }

    /** Other rooms, told that an attempt ended. */
    @Override
    public void told(AttemptId attempt) {
        interruption.run();
    }

    @Override
    public boolean assign(OperationId operation, MachineId machine, Duration estimate) {
        interruption.run();
        if (tables.stages.get(operation) != Operation.Stage.WAITING) {
            return false;
        }
        tables.stages.put(operation, Operation.Stage.ASSIGNED);
        return true;
    }

    @Override
    public void follow(OperationId operation, Operation.Stage stage) {
        interruption.run();
        Operation.Stage before = tables.stages.get(operation);
        if (before != stage && OperationState.of(before).to(stage).isPresent()) {
            tables.stages.put(operation, stage);
        }
    }

    @Override
    public Result<Operation.Stage> release(OperationId operation) {
        if (tables.stages.get(operation) != Operation.Stage.NEEDS_PERSON) {
            return Result.refused(Refusal.of(FabricationRefusal.NOTHING_TO_RETRY, "no"));
        }
        tables.stages.put(operation, Operation.Stage.WAITING);
        return Result.done(Operation.Stage.WAITING);
    }

    @Override
    public Attempt.Used measure(Assignment assignment, AgentReport.Facts facts) {
        return new Attempt.Used(
                Math.round(facts.machineSeconds()),
                new MaterialId("pla"),
                new LotId("lot"),
                Math.round(facts.extrudedMm()),
                0,
                false,
                0);
    }

    @Override
    public void book(Assignment assignment, Attempt.Used used) {
        interruption.run();
        tables.bookings.merge(
                assignment.id(), new Booking(used, 1), (one, other) -> new Booking(used, one.times() + 1));
    }

    @Override
    public void heard(AgentReport.MachineState state, Instant at) {
        tables.machines.put(state.machine(), state);
    }

    @Override
    public void uncleared(MachineId machine) {
        tables.machines.computeIfPresent(
                machine, (id, state) -> new AgentReport.MachineState(id, state.state(), state.detail(), false));
    }
}
