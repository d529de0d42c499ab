package org.cosmofab.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.Clocks;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.ProgramSource;
import org.cosmofab.agent.domain.ProgramUnavailable;
import org.cosmofab.agent.journal.AttemptJournal;
import org.cosmofab.agent.journal.DataDirectory;
import org.cosmofab.agent.mqtt.InMemoryBroker;
import org.cosmofab.agent.posts.MachineSettings;
import org.cosmofab.agent.wire.WireContract;
import org.cosmofab.agent.wire.WireWriter;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.time.Ticker;

/** An agent with one fake printer and the orchestrator's end of its link; every message is held against the contract. */
final class Floor implements AutoCloseable {
    static final String PROGRAM = "G28\nG1 X1 E1 F600\n; a comment\nG1 X2 E2\nG1 X3 E3\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    final SettableClock workshop = new SettableClock("2026-03-02T09:00:00Z");
    final SettableClock real = new SettableClock("2026-11-23T06:25:00Z");
    final InMemoryBroker broker = new InMemoryBroker();
    final FakeMachine machine = new FakeMachine(workshop);
    final Map<String, byte[]> programs = new ConcurrentHashMap<>();
    volatile Runnable whileFetching = () -> {};
    volatile Duration lastPatience = Duration.ZERO;
    /** Ends when the agent closes where it has its programs from. */
    final CompletableFuture<Void> sourceClosed = new CompletableFuture<>();

    private final AtomicLong ticksPassed = new AtomicLong();
    private final List<Agent> graves = new ArrayList<>();
    private final Path data;
    private Agent agent;
    private int commands;

    Floor(Path data) {
        this.data = data;
        this.agent = start(data);
    }

    private Agent start(Path directory) {
        MachineSettings printer = new MachineSettings(
                new MachineId("printer-1"),
                "print",
                Dialect.MARLIN,
                "/dev/fake",
                new PowerProfile(10, 100),
                machine::driver);
        return Agent.start(
                new AgentSettings(new AgentId("bench-1"), directory, List.of(printer)),
                broker::newLink,
                new Shelf(),
                new Clocks(workshop, real, () -> Ticker.system().nanos() + ticksPassed.get()));
    }

    /** Lets the time pass that no clock shows. */
    void tick(Duration time) {
        ticksPassed.addAndGet(time.toNanos());
    }

    private final class Shelf implements ProgramSource {
        @Override
        public byte[] fetch(ProgramReference program, Duration patience) {
            return Floor.this.fetch(program, patience);
        }

        @Override
        public void close() {
            sourceClosed.complete(null);
        }
    }

    private byte[] fetch(ProgramReference program, Duration patience) {
        lastPatience = patience;
        whileFetching.run();
        byte[] bytes = programs.get(program.hash());
        if (bytes == null) {
            throw new ProgramUnavailable("the orchestrator answered 404");
        }
        return bytes;
    }

    /** Connected, cleared and idle. */
    Floor ready() {
        awaitState("idle");
        clear();
        return this;
    }

    void awaitState(String state) {
        Eventually.holds(
                "printer-1 is " + state,
                () -> !presence().isEmpty()
                        && printer().get("state").textValue().equals(state),
                this::presence);
    }

    void clear() {
        int before = timesCleared();
        real.pass(Duration.ofSeconds(1));
        send("machine.clear", "\"machine\":\"printer-1\",\"by\":\"ada\"");
        Eventually.holds("cleared", () -> timesCleared() > before, broker::events);
    }

    private int timesCleared() {
        return (int) events("machine.changed").stream()
                .filter(event -> event.get("cleared").booleanValue()
                        && event.get("detail").textValue().startsWith("cleared by"))
                .count();
    }

    JsonNode printer() {
        return json(broker.presence()).get("machines").get(0);
    }

    private String presence() {
        return broker.presence();
    }

    void assign(String attempt, long fence) {
        assign(attempt, fence, "printer-1", PROGRAM, Duration.ofMinutes(5));
    }

    void assign(String attempt, long fence, String machineName, String program, Duration left) {
        byte[] bytes = program.getBytes(StandardCharsets.UTF_8);
        String hash = sha256(bytes);
        programs.putIfAbsent(hash, bytes);
        assignHash(attempt, fence, machineName, hash, bytes.length, left);
    }

    void assignHash(String attempt, long fence, String machineName, String hash, int bytes, Duration left) {
        send("attempt.assign", """
                "attempt":"%s","fence":%d,"machine":"%s","expiresAt":"%s",
                "program":{"hash":"%s","path":"/agent/v1/programs/%s","bytes":%d}
                """.formatted(
                        attempt, fence, machineName, real.instant().plus(left), hash, hash, bytes));
    }

    void cancel(String attempt) {
        send("attempt.cancel", "\"attempt\":\"%s\",\"by\":\"ada\"".formatted(attempt));
    }

    void send(String type, String fields) {
        sendAt(type, real.instant(), fields);
    }

    void sendAt(String type, Instant sentAt, String fields) {
        String rest = fields.isEmpty() ? "" : "," + fields;
        String command = "{\"wire\":1,\"id\":\"c-%d\",\"sentAt\":\"%s\",\"type\":\"%s\"%s}"
                .formatted(++commands, sentAt, type, rest);
        List<String> complaints = WireContract.complaints("command", command);
        if (!complaints.isEmpty()) {
            throw new AssertionError("the test breaks the contract: " + complaints);
        }
        broker.send(command);
    }

    /** All that was told, each sequence once, in order; checks the contract and the order. */
    List<JsonNode> events() {
        List<JsonNode> once = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (String message : broker.events()) {
            List<String> complaints = WireContract.complaints("event", message);
            if (!complaints.isEmpty()) {
                throw new AssertionError(message + " breaks the contract: " + complaints);
            }
            JsonNode event = json(message);
            if (seen.add(event.get("sequence").longValue())) {
                once.add(event);
            }
        }
        return once;
    }

    List<JsonNode> events(String type) {
        return events().stream()
                .filter(event -> event.get("type").textValue().equals(type))
                .toList();
    }

    JsonNode await(String type, int count) {
        Eventually.holds(count + " " + type, () -> events(type).size() >= count, broker::events);
        return events(type).get(count - 1);
    }

    /** The code of the answer to the newest assignment. */
    String awaitRefusal(int count) {
        return await("attempt.refused", count).get("code").textValue();
    }

    /** Waits until a change of the machine is told with these words. */
    void awaitDetail(String words) {
        Eventually.holds(
                "told: " + words,
                () -> events("machine.changed").stream()
                        .anyMatch(event -> event.get("detail").textValue().contains(words)),
                broker::events);
    }

    /** What the disk holds of an agent that died between its answer and the first byte; no agent may run. */
    void acceptWithoutBeginning(String attempt, long fence) {
        String hash = sha256(PROGRAM.getBytes(StandardCharsets.UTF_8));
        try (DataDirectory directory = DataDirectory.claim(data);
                AttemptJournal journal = new AttemptJournal(
                        directory, new WireWriter(new AgentId("bench-1")), new Clocks(workshop, real))) {
            ProgramReference program = new ProgramReference(hash, "/agent/v1/programs/" + hash, PROGRAM.length());
            journal.accept(
                    new Assignment(
                            new AttemptId(attempt),
                            fence,
                            new MachineId("printer-1"),
                            program,
                            real.instant().plusSeconds(300)),
                    5);
        }
    }

    void awaitRunning() {
        Eventually.holds("running", machine::isRunning, broker::events);
    }

    /** What another process would find after kill -9 now: the same disk, and a machine that went on. */
    Floor afterKill(Path copy) throws IOException {
        try (var files = Files.walk(data)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, copy.resolve(data.relativize(file)));
            }
        }
        broker.cut();
        Agent dead = agent;
        broker.forget();
        agent = start(copy);
        broker.mend();
        graves.add(dead);
        return this;
    }

    void restart() {
        agent.close();
        agent = start(data);
    }

    void stopAgent() {
        agent.close();
    }

    @Override
    public void close() {
        machine.letGo();
        machine.plug();
        machine.finish();
        agent.close();
        for (Agent dead : graves) {
            machine.finish();
            dead.close();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
