package org.cosmofab.orchestrator.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.AttemptState;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Orders;

/** Attempts as the protocol would have left them, without agents. */
@ApplicationScoped
public class StagedMaking {
    static final int LINES = 4000;

    private final AttemptBook book;
    private final Orders orders;
    private final Machines machines;
    private final IdSource ids;

    StagedMaking(AttemptBook book, Orders orders, Machines machines, IdSource ids) {
        this.book = book;
        this.orders = orders;
        this.machines = machines;
        this.ids = ids;
    }

    /** How an attempt came out. */
    record Course(AttemptState state, Instant start, Optional<Instant> end, int line) {
        static Course done(Instant start, Instant end) {
            return new Course(new AttemptState.Done(""), start, Optional.of(end), LINES);
        }

        static Course failed(Instant start, Instant end, int line, String reason) {
            return new Course(new AttemptState.Failed(reason), start, Optional.of(end), line);
        }

        static Course open(AttemptState state, Instant start, int line) {
            return new Course(state, start, Optional.empty(), line);
        }
    }

    @Transactional
    public AttemptId attempt(Operation operation, MachineId machine, Course course) {
        Machine on = machines.find(machine).orElseThrow();
        AttemptId id = new AttemptId(ids.next());
        Assignment assignment = new Assignment(
                id,
                operation.id(),
                operation.order(),
                book.of(operation.id()).size() + 1,
                machine,
                on.agent(),
                new ProgramHash("4be1" + "0".repeat(56) + "c277"),
                120_000,
                on.loaded().orElseThrow(),
                book.nextFence(machine),
                course.start(),
                course.start().plusSeconds(60));
        Optional<Attempt.Used> used = course.end().map(end -> used(on, course.start(), end));
        book.add(new TrackedAttempt(
                assignment,
                course.state(),
                new TrackedAttempt.Course(
                        course.line(), LINES, Optional.of(course.start()), course.end(), Optional.empty()),
                1,
                Optional.empty(),
                used,
                false,
                true));
        follow(operation, course.state());
        return id;
    }

    /** The attempt of an operation that is open, begun if there is none. */
    @Transactional
    public AttemptId open(Operation operation, MachineId machine, Instant start) {
        return book.of(operation.id()).stream()
                .findFirst()
                .map(there -> there.assignment().id())
                .orElseGet(() -> attempt(operation, machine, Course.open(new AttemptState.Running(), start, 100)));
    }

    private void follow(Operation operation, AttemptState state) {
        orders.operation(operation.id(), Operation.Stage.ASSIGNED).orThrow();
        orders.operation(operation.id(), Operation.Stage.RUNNING).orThrow();
        if (state instanceof AttemptState.Done) {
            orders.operation(operation.id(), Operation.Stage.DONE).orThrow();
        } else if (state instanceof AttemptState.Failed || state instanceof AttemptState.Uncertain) {
            orders.operation(operation.id(), Operation.Stage.NEEDS_PERSON).orThrow();
        }
    }

    private static Attempt.Used used(Machine machine, Instant start, Instant end) {
        long seconds = end.getEpochSecond() - start.getEpochSecond();
        Machine.Loaded loaded = machine.loaded().orElseThrow();
        long wattHours = Math.round(seconds * machine.limits().wattsRunning() / 3600);
        return new Attempt.Used(
                seconds,
                loaded.material(),
                loaded.lot(),
                seconds * 5,
                wattHours,
                false,
                Operation.HANDLING.toSeconds());
    }
}
