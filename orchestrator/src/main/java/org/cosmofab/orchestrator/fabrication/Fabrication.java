package org.cosmofab.orchestrator.fabrication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.fabrication.domain.AttemptBook;
import org.cosmofab.orchestrator.fabrication.domain.Candidate;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MessageBus;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.jboss.logging.Logger;

/** Makes things: assigns what the schedule says, and records what machines did. Fires {@link AttemptEnded}. */
@ApplicationScoped
public class Fabrication {
    private static final Logger LOG = Logger.getLogger(Fabrication.class);

    /** About as long as the bus takes to try its broker again. */
    private static final int RETRY_AFTER_SECONDS = 5;

    private final AttemptBook book;
    private final Dispatch dispatch;
    private final Assigning assigning;
    private final Instructions instructions;
    private final Decisions decisions;
    private final MessageBus bus;

    Fabrication(
            AttemptBook book,
            Dispatch dispatch,
            Assigning assigning,
            Instructions instructions,
            Decisions decisions,
            MessageBus bus) {
        this.book = book;
        this.dispatch = dispatch;
        this.assigning = assigning;
        this.instructions = instructions;
        this.decisions = decisions;
        this.bus = bus;
    }

    /**
     * Assigns every operation whose turn it is to its machine, if that is free and cleared.
     *
     * <p>Blocks while a program is prepared, so never call it in a transaction or on a messaging thread.
     */
    public void dispatch() {
        for (Candidate candidate : dispatch.candidates()) {
            try {
                if (!assigning.pauses(candidate)) {
                    assigning.assign(candidate);
                }
            } catch (RuntimeException failure) {
                // The others must not wait for it; nothing of this one is stored.
                LOG.errorf(failure, "could not assign %s to %s", candidate.operation(), candidate.machine());
            }
        }
    }

    /** In the order of their beginning. */
    @Transactional
    public List<Attempt> attempts(OrderId order) {
        return book.of(order).stream().map(TrackedAttempt::view).toList();
    }

    @Transactional
    public Optional<Attempt> find(AttemptId id) {
        return book.find(id).map(TrackedAttempt::view);
    }

    /** The newest attempt that began to run on a machine. */
    @Transactional
    public Optional<Attempt> lastOn(MachineId machine) {
        return book.lastOn(machine).map(TrackedAttempt::view);
    }

    /** A person says that bed or workpiece is clear; refused while an attempt is open on the machine. */
    public Result<MachineId> clear(MachineId machine, String by) {
        return reachable().then(yes -> instructions.clear(machine, by));
    }

    public Result<Attempt> pause(AttemptId id, String by) {
        return reachable().then(yes -> instructions.pause(id));
    }

    public Result<Attempt> resume(AttemptId id, String by) {
        return reachable().then(yes -> instructions.resume(id));
    }

    /** Has an attempt ended; also one whose agent is away: it is told when it comes back. */
    public Result<Attempt> cancel(AttemptId id, String by) {
        return instructions.cancel(id, by);
    }

    /** Stops a machine by its fastest path; refused at once if there is no way to tell it: then use the switch. */
    public Result<MachineId> stop(MachineId machine, String by) {
        return reachable().then(yes -> instructions.stop(machine, by));
    }

    /** A person says how an uncertain attempt ended. */
    public Result<Attempt> decide(AttemptId id, boolean done, String by) {
        return decisions.decide(id, done, by);
    }

    /** A person lets an operation be tried again after an attempt that did not end well. */
    public Result<Attempt> retry(AttemptId id, String by) {
        return decisions.retry(id);
    }

    public static Refusal unknown(AttemptId id) {
        return Refusal.of(FabricationRefusal.ATTEMPT_UNKNOWN, "there is no attempt " + id);
    }

    private Result<Boolean> reachable() {
        return bus.connected()
                ? Result.done(true)
                : Result.refused(Refusal.of(
                                FabricationRefusal.AGENT_OUT_OF_REACH,
                                "the message broker is out of reach, so no machine can be told; use the machine's own switch")
                        .with("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }
}
