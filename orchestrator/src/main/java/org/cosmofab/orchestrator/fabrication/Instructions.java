package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.CommandQueued;
import org.cosmofab.orchestrator.fabrication.domain.Outbox;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.machines.Machines;

/** What a person has a machine told: it goes out through the outbox. */
@ApplicationScoped
class Instructions {
    /** What has not gone out by then is not meant any more. */
    private static final Duration MEANT_FOR = Duration.ofSeconds(60);

    private static final Set<Attempt.Stage> MOVES = Set.of(Attempt.Stage.ACCEPTED, Attempt.Stage.RUNNING);

    private final AttemptBook book;
    private final Outbox outbox;
    private final Machines machines;
    private final IdSource ids;
    private final Moments moments;
    private final Event<CommandQueued> events;

    Instructions(
            AttemptBook book,
            Outbox outbox,
            Machines machines,
            IdSource ids,
            Moments moments,
            Event<CommandQueued> events) {
        this.book = book;
        this.outbox = outbox;
        this.machines = machines;
        this.ids = ids;
        this.moments = moments;
        this.events = events;
    }

    @Transactional
    public Result<MachineId> clear(MachineId id, String by) {
        return machine(id).then(machine -> {
            Optional<TrackedAttempt> open = book.openOn(id);
            if (open.isPresent()) {
                return Result.refused(Refusal.of(
                                FabricationRefusal.MACHINE_IN_WORK,
                                "attempt " + open.get().id() + " on " + id + " is "
                                        + open.get().state().stage() + "; it has to end, or be decided, first")
                        .with("attempt", open.get().id().toString()));
            }
            return Result.done(queue(machine.agent(), MEANT_FOR, new Command.Clear(id, by), id));
        });
    }

    @Transactional
    public Result<MachineId> stop(MachineId id, String by) {
        return machine(id).map(machine -> queue(machine.agent(), MEANT_FOR, new Command.Stop(id, by), id));
    }

    @Transactional
    public Result<Attempt> pause(AttemptId id) {
        return running(id, MOVES, MEANT_FOR, () -> new Command.Pause(id));
    }

    @Transactional
    public Result<Attempt> resume(AttemptId id) {
        return running(id, MOVES, MEANT_FOR, () -> new Command.Resume(id));
    }

    @Transactional
    public Result<Attempt> cancel(AttemptId id, String by) {
        Set<Attempt.Stage> open =
                Set.of(Attempt.Stage.ASSIGNED, Attempt.Stage.ACCEPTED, Attempt.Stage.RUNNING, Attempt.Stage.UNCERTAIN);
        return running(id, open, Command.CANCEL_MEANT_FOR, () -> new Command.Cancel(id, by));
    }

    private Result<Attempt> running(
            AttemptId id, Set<Attempt.Stage> stages, Duration meantFor, Supplier<Command.What> what) {
        Optional<TrackedAttempt> attempt = book.find(id);
        if (attempt.isEmpty()) {
            return Result.refused(Fabrication.unknown(id));
        }
        Attempt view = attempt.get().view();
        if (!stages.contains(view.stage())) {
            return Result.refused(
                    Refusal.of(FabricationRefusal.ATTEMPT_NOT_RUNNING, "attempt " + id + " is " + view.stage())
                            .with("stage", view.stage().name()));
        }
        return Result.done(queue(attempt.get().assignment().agent(), meantFor, what.get(), view));
    }

    private Result<Machine> machine(MachineId id) {
        return machines.find(id).map(Result::done).orElseGet(() -> Result.refused(Machines.unknown(id)));
    }

    private <T> T queue(AgentId agent, Duration meantFor, Command.What what, T answer) {
        outbox.add(new Command(ids.next(), agent, moments.real().plus(meantFor), what));
        events.fire(new CommandQueued());
        return answer;
    }
}
