package org.cosmofab.agent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.cosmofab.agent.domain.Admission;
import org.cosmofab.agent.domain.Answer;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.Command;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.KnownAttempt;
import org.cosmofab.agent.domain.MachineFacts;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.Refusal;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.EventOutbox;
import org.cosmofab.agent.posts.MachinePost;

/**
 * Where commands are carried out, one after the other on one thread: because only this thread brings attempts in, what it
 * finds free stays free until it has offered the attempt.
 */
final class CommandDesk implements Command.Receiver {
    private static final Logger LOG = System.getLogger(CommandDesk.class.getName());

    private final AttemptJournal journal;
    private final EventOutbox outbox;
    private final Map<MachineId, MachinePost> posts;
    private final Clocks clocks;
    private final Consumer<Runnable> later;
    private final Set<AttemptId> waiting = new HashSet<>();

    /** @param later does something on this desk's thread, behind what waits for it already */
    CommandDesk(
            AttemptJournal journal,
            EventOutbox outbox,
            Map<MachineId, MachinePost> posts,
            Clocks clocks,
            Consumer<Runnable> later) {
        this.journal = journal;
        this.outbox = outbox;
        this.posts = Map.copyOf(posts);
        this.clocks = clocks;
        this.later = later;
    }

    /** A machine that was never tried yet is not unreachable: its assignments wait, each once, until it was. */
    @Override
    public void assign(Assignment assignment) {
        Optional<MachinePost> post = Optional.ofNullable(posts.get(assignment.machine()));
        Optional<CompletableFuture<Void>> untried = post.map(MachinePost::tried).filter(tried -> !tried.isDone());
        if (untried.isEmpty()) {
            judge(assignment, post);
        } else if (waiting.add(assignment.attempt())) {
            LOG.log(Level.DEBUG, "{0} waits until its machine was tried", assignment.attempt());
            untried.get()
                    .thenRun(() -> later.accept(() -> {
                        waiting.remove(assignment.attempt());
                        judge(assignment, post);
                    }));
        }
    }

    private void judge(Assignment assignment, Optional<MachinePost> post) {
        MachineFacts facts = post.map(MachinePost::facts).orElse(MachineFacts.unknown());
        post.ifPresent(p -> journal.see(assignment.machine(), assignment.fence()));
        // First what is under way, then the journal: an attempt leaves its post only when the journal knows its answer.
        Optional<KnownAttempt> underway = underway(assignment.attempt());
        Optional<KnownAttempt> known = journal.known(assignment.attempt()).or(() -> underway);
        Runnable act = Admission.judge(assignment, known, facts, clocks.realNow())
                .fold(
                        () -> () -> post.orElseThrow().offer(assignment),
                        () -> () -> LOG.log(Level.DEBUG, "{0} is being prepared", assignment.attempt()),
                        answer -> () -> journal.tell(answered(assignment, answer)),
                        refused -> () -> refuse(assignment, refused));
        act.run();
    }

    private Optional<KnownAttempt> underway(AttemptId attempt) {
        return posts.values().stream()
                .flatMap(post -> post.underway(attempt).stream())
                .findFirst();
    }

    private void refuse(Assignment assignment, Answer.Refused refused) {
        if (refused.code() == Refusal.ATTEMPT_KNOWN) {
            // The attempt's own answer stays what it was.
            journal.tell(answered(assignment, refused));
        } else {
            journal.refuse(assignment, refused);
        }
    }

    private static Happening answered(Assignment a, Answer answer) {
        return answer.fold(
                () -> new Happening.AttemptAccepted(
                        a.attempt(), a.fence(), a.machine(), a.program().hash()),
                refused -> new Happening.AttemptRefused(a.attempt(), a.fence(), a.machine(), refused));
    }

    @Override
    public void cancel(AttemptId attempt, String by) {
        boolean here = posts.values().stream()
                .map(post -> post.cancel(attempt, "cancelled by " + by))
                .reduce(false, Boolean::logicalOr);
        if (!here && journal.known(attempt).isEmpty()) {
            journal.recall(attempt, by);
        }
    }

    @Override
    public void pause(AttemptId attempt) {
        posts.values().forEach(post -> post.pause(attempt));
    }

    @Override
    public void resume(AttemptId attempt) {
        posts.values().forEach(post -> post.resume(attempt));
    }

    @Override
    public void clear(MachineId machine, String by, Instant sentAt) {
        with(machine, post -> post.clear(by, sentAt));
    }

    /** From any thread. */
    @Override
    public void stop(MachineId machine, String by) {
        with(machine, post -> post.stop(by));
    }

    @Override
    public void acknowledge(long upTo) {
        outbox.acknowledge(upTo);
    }

    @Override
    public void report() {
        List<Happening.OpenAttempt> open = journal.open().stream()
                .map(a -> new Happening.OpenAttempt(a.attempt(), a.machine(), line(a.attempt(), a.machine())))
                .toList();
        journal.tell(new Happening.AttemptsReported(open, journal.ended()));
    }

    private int line(AttemptId attempt, MachineId machine) {
        return Optional.ofNullable(posts.get(machine))
                .flatMap(post -> post.line(attempt))
                .orElse(0);
    }

    private void with(MachineId machine, Consumer<MachinePost> wish) {
        Optional.ofNullable(posts.get(machine))
                .ifPresentOrElse(wish, () -> LOG.log(Level.WARNING, "this agent has no machine {0}", machine));
    }
}
