package org.cosmofab.orchestrator.fabrication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.domain.AckCursor;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.AttemptState;
import org.cosmofab.orchestrator.fabrication.domain.Candidate;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.fabrication.domain.Contacts;
import org.cosmofab.orchestrator.fabrication.domain.Sending;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;
import org.cosmofab.orchestrator.making.CountedIds;
import org.cosmofab.orchestrator.orders.Operation;

/**
 * A workshop in virtual time: the orchestrator's own use cases over a store in memory, two agents with wrong clocks, a person, and
 * a network that loses, repeats, delays and reorders. Both sides are killed at any step. What must hold is checked at each start.
 */
final class MakingSimulation implements ModelAgent.Workpieces {
    private static final Duration FAULTS_UNTIL = Duration.ofMinutes(30);
    private static final Duration END = Duration.ofHours(6);
    private static final int OPERATIONS = 8;

    /** Also events overtake each other and get lost singly, which the wire promises not to happen. */
    private final boolean wild;

    private final Random random;
    private final VirtualTime time = new VirtualTime();
    private final CountedIds ids = new CountedIds();
    private final MemoryStore store = new MemoryStore(this::interruption);
    private final Map<MachineId, ModelAgent> machines = new LinkedHashMap<>();
    private final Map<AgentId, ModelAgent> agents = new LinkedHashMap<>();
    private final Map<AgentId, Boolean> linked = new HashMap<>();
    private final Map<AgentId, Duration> lastArrival = new HashMap<>();

    // What really happened.
    private final Set<AttemptId> everStarted = new HashSet<>();
    private final Map<OperationId, AttemptId> running = new HashMap<>();
    private final Set<OperationId> made = new HashSet<>();

    // The orchestrator's memory.
    private boolean up;
    private boolean mayBreak;
    private AckCursor cursor = new AckCursor();
    private Sending sending = new Sending();
    private Contacts contacts = new Contacts();
    private Assigning assigning;
    private EventIntake intake;
    private Consequences consequences;
    private Reconciliation reconciliation;
    private Decisions decisions;

    int starts;
    int kills;

    /** The orchestrator is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The database did not answer. */
    private static final class Hiccup extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    MakingSimulation(long seed, boolean wild) {
        this.random = new Random(seed);
        this.wild = wild;
        addAgent("agent-1", -random.nextInt(30), "printer-1", "printer-2");
        addAgent("agent-2", random.nextInt(60) - 30, "printer-3");
        for (int i = 0; i < OPERATIONS; i++) {
            store.operation(new OperationId(new UUID(1, i)));
        }
    }

    private void addAgent(String name, int secondsAhead, String... machineNames) {
        AgentId id = new AgentId(name);
        ModelAgent[] self = new ModelAgent[1];
        ModelAgent agent =
                new ModelAgent(id, time, random, Duration.ofSeconds(secondsAhead), this, () -> sendEvents(self[0]));
        self[0] = agent;
        agents.put(id, agent);
        linked.put(id, true);
        for (String machine : machineNames) {
            machines.put(new MachineId(machine), agent);
        }
    }

    void run() {
        rise();
        time.every(Duration.ofSeconds(1), this::round);
        time.every(Duration.ofSeconds(5), this::personLooks);
        time.every(Duration.ofSeconds(10), () -> agents.values().forEach(this::sendEvents));
        time.every(Duration.ofSeconds(7), this::trouble);
        while (!allDone() && time.step(END)) {
            continue;
        }
        assertThat(store.operations().values())
                .as("every operation is made in the end")
                .containsOnly(Operation.Stage.DONE);
        Duration quiet = time.passed().plus(Duration.ofMinutes(5));
        while (time.step(quiet)) {
            continue;
        }
        everythingIsBookedOnce();
    }

    private boolean allDone() {
        boolean done = store.operations().values().stream().allMatch(stage -> stage == Operation.Stage.DONE);
        return done && faultless();
    }

    // ---- what must hold ----

    @Override
    public void start(AttemptId attempt) {
        starts++;
        TrackedAttempt known = store.find(attempt).orElseThrow();
        OperationId operation = known.assignment().operation();
        assertThat(everStarted.add(attempt)).as("%s starts twice", attempt).isTrue();
        assertThat(running).as("%s starts while another attempt runs", attempt).doesNotContainKey(operation);
        assertThat(made).as("%s starts although its operation is made", attempt).doesNotContain(operation);
        running.put(operation, attempt);
    }

    @Override
    public void stop(AttemptId attempt, boolean complete) {
        OperationId operation = store.find(attempt).orElseThrow().assignment().operation();
        running.remove(operation, attempt);
        if (complete) {
            made.add(operation);
        }
    }

    @Override
    public boolean faultless() {
        return time.passed().compareTo(FAULTS_UNTIL) > 0;
    }

    private void everythingIsBookedOnce() {
        Map<AttemptId, AgentReport.Ended> endings = new HashMap<>();
        agents.values().forEach(agent -> endings.putAll(agent.endings()));
        store.bookings().forEach((attempt, booking) -> {
            assertThat(booking.times()).as("%s is booked once", attempt).isEqualTo(1);
            assertThat(booking.used().machineSeconds())
                    .as("%s is booked as measured", attempt)
                    .isEqualTo(Math.round(endings.get(attempt).facts().machineSeconds()));
        });
        if (!wild) {
            assertThat(store.bookings()).as("everything that ended is booked").containsOnlyKeys(endings.keySet());
        }
    }

    // ---- the orchestrator ----

    private void rise() {
        up = true;
        cursor = new AckCursor();
        sending = new Sending();
        contacts = new Contacts();
        Moments moments = new Moments(time, time::real);
        assigning = new Assigning(store, store, store, ids, moments);
        intake = new EventIntake(store, store, store, ids, moments);
        consequences = new Consequences(store, store);
        reconciliation = new Reconciliation(store, moments);
        decisions = new Decisions(store, store, store, consequences, ids, moments);
        agents.keySet().forEach(this::tellPresence);
    }

    private void interruption() {
        if (!mayBreak || faultless()) {
            return;
        }
        int dice = random.nextInt(2_000);
        if (dice == 0) {
            throw new Killed();
        }
        if (dice < 6) {
            throw new Hiccup();
        }
    }

    /** Something the orchestrator does, which may be broken off anywhere. */
    private boolean attempted(Runnable work) {
        mayBreak = true;
        try {
            work.run();
            return true;
        } catch (Hiccup unanswered) {
            return false;
        } catch (Killed death) {
            up = false;
            kills++;
            time.after(Duration.ofMillis(500 + random.nextInt(20_000)), this::rise);
            return false;
        } finally {
            mayBreak = false;
        }
    }

    private void hear(AgentReport report) {
        if (!up) {
            return;
        }
        contacts.present(report.agent());
        boolean stored = attempted(() -> store.transaction(() -> intake.take(report)));
        if (up && stored) {
            OptionalLong upTo = cursor.stored(report.agent(), report.sequence());
            upTo.ifPresent(sequence -> toAgent(report.agent(), agent -> agent.acknowledge(sequence)));
            drawConsequences();
        } else if (up) {
            cursor.failed(report.agent(), report.sequence());
        }
    }

    private void round() {
        Runnable[] duties = {this::send, this::reconcile, this::drawConsequences, this::dispatch};
        for (Runnable duty : duties) {
            if (up) {
                attempted(duty);
            }
        }
    }

    private void send() {
        for (Command command : store.waiting()) {
            if (Sending.isOver(command, time.real())) {
                store.transaction(() -> store.remove(command.id()));
            }
        }
        for (Command command : sending.due(store.waiting(), time.real())) {
            if (!command.what().mayRepeat()) {
                store.transaction(() -> store.remove(command.id()));
            }
            toAgent(command.agent(), agent -> agent.hear(command));
        }
    }

    private void reconcile() {
        store.transaction(reconciliation::noticeExpired).stream()
                .filter(agent -> random.nextInt(5) == 0)
                .forEach(agent -> toAgent(agent, ModelAgent::report));
        Set<AgentId> concerned = store.transaction(reconciliation::concerned);
        contacts.lost(concerned, time.real())
                .forEach(agent -> store.transaction(() -> reconciliation.loseContact(agent)));
    }

    private void drawConsequences() {
        if (up) {
            attempted(() -> {
                for (AttemptId due : store.due()) {
                    store.transaction(() -> consequences.draw(due));
                }
            });
        }
    }

    private void dispatch() {
        List<OperationId> waiting = new ArrayList<>();
        store.operations().forEach((id, stage) -> {
            if (stage == Operation.Stage.WAITING) {
                waiting.add(id);
            }
        });
        for (MachineId machine : machines.keySet()) {
            boolean cleared = store.machine(machine)
                    .map(AgentReport.MachineState::cleared)
                    .orElse(false);
            // Now and then it acts on what is not true any more.
            boolean mistaken = !faultless() && random.nextInt(50) == 0;
            if ((cleared || mistaken) && !waiting.isEmpty()) {
                Candidate candidate = candidate(waiting.get(random.nextInt(waiting.size())), machine);
                if (!assigning.pauses(candidate)) {
                    store.transaction(() -> assigning.assign(candidate));
                }
            }
        }
    }

    private Candidate candidate(OperationId operation, MachineId machine) {
        return new Candidate(
                operation,
                new OrderId(new UUID(2, 2)),
                machine,
                machines.get(machine).id,
                new Machine.Loaded(new MaterialId("pla"), new LotId("lot")),
                new ProgramHash("c".repeat(64)),
                1,
                Duration.ofMinutes(1));
    }

    // ---- the person ----

    private void personLooks() {
        if (!up) {
            return;
        }
        machines.forEach((machine, agent) -> {
            if (!agent.isCleared(machine)
                    && !agent.isBusy(machine)
                    && store.openOn(machine).isEmpty()) {
                Instant until = time.real().plusSeconds(60);
                store.add(new Command(ids.next(), agent.id, until, new Command.Clear(machine, "ada")));
            }
        });
        for (TrackedAttempt attempt : store.all()) {
            if (attempt.state() instanceof AttemptState.Uncertain && random.nextInt(4) == 0) {
                decide(attempt);
            } else if (!attempt.isOpen() && random.nextInt(4) == 0) {
                attempted(() -> store.transaction(() -> decisions.retry(attempt.id())));
            } else if (attempt.isOpen() && !faultless() && random.nextInt(100) == 0) {
                store.add(new Command(
                        ids.next(),
                        attempt.assignment().agent(),
                        time.real().plus(Command.CANCEL_MEANT_FOR),
                        new Command.Cancel(attempt.id(), "ada")));
            }
        }
    }

    /** A person goes there and looks: at the machine, and at what the agent beside it shows. */
    private void decide(TrackedAttempt attempt) {
        OperationId operation = attempt.assignment().operation();
        boolean moves = attempt.id().equals(running.get(operation));
        boolean aboutTo = agents.get(attempt.assignment().agent()).has(attempt.id());
        if (!moves && !aboutTo) {
            attempted(() -> store.transaction(() -> decisions.decide(attempt.id(), made.contains(operation), "ada")));
        }
    }

    // ---- the network, and other trouble ----

    private void trouble() {
        if (faultless()) {
            linked.replaceAll((agent, up) -> true);
            return;
        }
        for (ModelAgent agent : agents.values()) {
            if (agent.isUp() && random.nextInt(30) == 0) {
                agent.die();
                tellPresence(agent.id);
            }
            if (linked.get(agent.id) && random.nextInt(20) == 0) {
                linked.put(agent.id, false);
                tellPresence(agent.id);
                time.after(Duration.ofSeconds(random.nextInt(240)), () -> {
                    linked.put(agent.id, true);
                    tellPresence(agent.id);
                    sendEvents(agent);
                });
            }
        }
    }

    private void tellPresence(AgentId agent) {
        if (up && linked.get(agent) && agents.get(agent).isUp()) {
            contacts.present(agent);
            toAgent(agent, ModelAgent::report);
        } else if (up) {
            contacts.away(agent, time.real());
        }
    }

    private void toAgent(AgentId id, java.util.function.Consumer<ModelAgent> message) {
        if (!faultless() && random.nextInt(8) == 0) {
            return;
        }
        deliver(id, message, Duration.ofMillis(random.nextInt(3_000)));
        if (!faultless() && random.nextInt(8) == 0) {
            deliver(id, message, Duration.ofMillis(random.nextInt(150_000)));
        }
    }

    /** The broker keeps it for an agent that is away. */
    private void deliver(AgentId id, java.util.function.Consumer<ModelAgent> message, Duration delay) {
        time.after(delay, () -> {
            if (linked.get(id) && agents.get(id).isUp()) {
                message.accept(agents.get(id));
            } else {
                deliver(id, message, Duration.ofMillis(500 + random.nextInt(2_000)));
            }
        });
    }

    private void sendEvents(ModelAgent agent) {
        if (!linked.get(agent.id) || !agent.isUp()) {
            return;
        }
        for (AgentReport report : agent.unacknowledged()) {
            if (wild && !faultless()) {
                if (random.nextInt(8) != 0) {
                    time.after(Duration.ofMillis(random.nextInt(20_000)), () -> hear(report));
                }
            } else {
                Duration arrival = time.passed().plusMillis(random.nextInt(1_000));
                Duration inOrder = lastArrival.merge(agent.id, arrival, (a, b) -> a.compareTo(b) > 0 ? a : b);
                time.after(inOrder.minus(time.passed()), () -> hear(report));
            }
        }
    }
}
