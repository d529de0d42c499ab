package org.cosmofab.agent.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Event;
import org.cosmofab.agent.domain.Happening;
import org.cosmofab.agent.domain.Link;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.Outcome;
import org.cosmofab.agent.domain.ProgramReference;
import org.jspecify.annotations.Nullable;

/** The other end of the wire: assigns, sends again, sends late, hears, commits, acknowledges, and counts what is wrong. */
final class SimulatedOrchestrator implements Link, Event.Writer {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String HASH = "ab".repeat(32);

    private final Map<MachineId, SimulatedMachine> machines;
    private final Clock clock;
    private final Map<String, Event> written = new HashMap<>();
    private final Deque<String> inbox = new ArrayDeque<>();
    private final TreeMap<Long, String> heard = new TreeMap<>();
    private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
    private final Map<MachineId, Attempt> current = new HashMap<>();
    private final List<Assignment> old = new ArrayList<>();
    private boolean cut;
    private boolean closing;
    private long fence;
    private int falselyDone;
    private int lost;
    private int endedTwice;

    private static final class Attempt {
        private final Assignment assignment;
        private boolean accepted;
        private boolean refused;
        private @Nullable Outcome outcome;

        Attempt(Assignment assignment) {
            this.assignment = assignment;
        }

        boolean isOver() {
            return refused || outcome != null;
        }
    }

    SimulatedOrchestrator(Map<MachineId, SimulatedMachine> machines, Clock clock) {
        this.machines = machines;
        this.clock = clock;
    }

    @Override
    public String write(Event event) {
        String text = event.toString();
        written.put(text, event);
        return text;
    }

    void cut(boolean now) {
        cut = now;
    }

    /** Assigns nothing new any more. */
    void closeShop() {
        closing = true;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public CompletionStage<Void> tellEvent(String message) {
        if (cut) {
            return CompletableFuture.failedFuture(new IllegalStateException("no connection"));
        }
        inbox.add(message);
        return CompletableFuture.completedFuture(null);
    }

    /** Commits what came and answers up to where it has everything. */
    long commit() {
        String message;
        while ((message = inbox.poll()) != null) {
            hear(message);
        }
        return heard.isEmpty() ? 0 : heard.lastKey();
    }

    private void hear(String message) {
        Event event = Objects.requireNonNull(written.get(message));
        @Nullable String before = heard.get(event.sequence());
        if (before != null) {
            // A number given to two things: one of them is lost for whoever believes in numbers.
            lost += before.equals(message) ? 0 : 1;
            return;
        }
        lost += !heard.isEmpty() && event.sequence() != heard.lastKey() + 1 ? 1 : 0;
        heard.put(event.sequence(), message);
        apply(event.happening());
    }

    private void apply(Happening happening) {
        if (happening instanceof Happening.AttemptAccepted accepted) {
            attempt(accepted.attempt()).accepted = true;
        } else if (happening instanceof Happening.AttemptRefused refused) {
            Attempt attempt = attempt(refused.attempt());
            attempt.refused |= !attempt.accepted;
        } else if (happening instanceof Happening.AttemptEnded ended) {
            Attempt attempt = attempt(ended.end().attempt());
            endedTwice += attempt.outcome != null ? 1 : 0;
            attempt.outcome = ended.end().outcome();
            boolean whole = machine(ended.end().machine()).isWhole(ended.end().attempt());
            falselyDone += attempt.outcome == Outcome.COMPLETED && !whole ? 1 : 0;
        }
    }

    /** What goes to the agent for a machine now: something new, the same again, or something long past. */
    @Nullable
    Assignment next(MachineId machine, Chance chance) {
        Attempt attempt = current.get(machine);
        if (attempt == null || attempt.isOver()) {
            if (!old.isEmpty() && chance.oneIn(200)) {
                return old.get(chance.below(old.size()));
            }
            return !closing && chance.oneIn(150) ? assign(machine) : null;
        }
        boolean asksAgain = !attempt.accepted || chance.oneIn(15);
        return asksAgain ? attempt.assignment : null;
    }

    private Assignment assign(MachineId machine) {
        fence++;
        Assignment assignment = new Assignment(
                new AttemptId("a-" + fence),
                fence,
                machine,
                new ProgramReference(HASH, "/agent/v1/programs/" + HASH, 10),
                clock.instant().plus(PATIENCE));
        Attempt attempt = new Attempt(assignment);
        attempts.put(assignment.attempt(), attempt);
        current.put(machine, attempt);
        old.add(assignment);
        if (old.size() > 100) {
            old.remove(0);
        }
        return assignment;
    }

    /** Whether a person may clear the machine: nothing of theirs runs on it as far as they know. */
    boolean isFree(MachineId machine) {
        Attempt attempt = current.get(machine);
        return attempt == null || attempt.isOver();
    }

    int attempts() {
        return attempts.size();
    }

    long completed() {
        return attempts.values().stream()
                .filter(a -> a.outcome == Outcome.COMPLETED)
                .count();
    }

    int falselyDone() {
        return falselyDone + endedTwice;
    }

    /** Events that never came, and attempts that were accepted and of whose end nothing came. */
    int lost() {
        long open = attempts.values().stream()
                .filter(a -> a.accepted && a.outcome == null)
                .count();
        return lost + (int) open;
    }

    private Attempt attempt(AttemptId id) {
        return Objects.requireNonNull(attempts.get(id));
    }

    private SimulatedMachine machine(MachineId id) {
        return Objects.requireNonNull(machines.get(id));
    }

    @Override
    public void open(Listener listener) {}

    @Override
    public void tellPresence(String message) {}

    @Override
    public void tellTelemetry(String message) {}

    @Override
    public void close() {}
}
