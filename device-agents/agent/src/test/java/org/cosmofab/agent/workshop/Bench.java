package org.cosmofab.agent.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cosmofab.agent.mqtt.Mosquitto;
import org.cosmofab.agent.mqtt.MosquittoFarSide;
import org.cosmofab.agent.programs.ProgramShelf;
import org.cosmofab.agent.wire.WireContract;
import org.cosmofab.bridge.simulated.GroundTruth;
import org.cosmofab.bridge.simulated.SimulatedWorkshop;
import org.cosmofab.bridge.testing.Eventually;
import org.cosmofab.bridge.time.ScaledClock;

/** A real broker, an HTTP shelf of programs, simulated machines behind pseudo-terminals, and an agent as a child process. */
final class Bench implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SPEED = 20;

    final MosquittoFarSide far;
    final ChildAgent agent;
    private final SimulatedWorkshop machines;
    private final ProgramShelf shelf;
    private int commands;

    Bench(Path directory) throws Exception {
        Path brokerPlace = Files.createDirectory(directory.resolve("broker"));
        Mosquitto broker = Mosquitto.start(brokerPlace, "bench-1");
        far = new MosquittoFarSide(broker, "bench-1");
        shelf = new ProgramShelf("bench-1", Mosquitto.secret("bench-1"));
        ScaledClock clock = ScaledClock.startingNow(SPEED);
        machines = SimulatedWorkshop.open(
                directory.resolve("machines"),
                List.of(SimulatedWorkshop.Spec.parse("printer-1=marlin"), SimulatedWorkshop.Spec.parse("laser-1=grbl")),
                clock);
        Map<String, String> environment = new HashMap<>(clock.toEnvironment());
        environment.put("COSMOFAB_AGENT_SECRET", Mosquitto.secret("bench-1"));
        agent = new ChildAgent(arguments(directory, broker), environment, directory.resolve("agent.log"));
    }

    private List<String> arguments(Path directory, Mosquitto broker) throws IOException {
        Path settings = directory.resolve("machines.properties");
        Files.writeString(settings, """
                printer-1.process = print
                printer-1.dialect = marlin
                printer-1.port = %s
                printer-1.watts.running = 120
                laser-1.process = laser
                laser-1.dialect = grbl
                laser-1.port = %s
                laser-1.watts.running = 60
                """.formatted(machines.device("printer-1"), machines.device("laser-1")));
        return List.of(
                "agent",
                "--id=bench-1",
                "--broker=" + broker.uri(),
                "--orchestrator=" + shelf.uri(),
                "--data=" + directory.resolve("data"),
                "--machines=" + settings);
    }

    /** What a machine really did. */
    GroundTruth truth(String machine) {
        return machines.firmware(machine).truth();
    }

    long timesExecuted(String machine, String line) {
        return truth(machine).executed().stream().filter(line::equals).count();
    }

    /** Idle, and cleared by a person now. */
    void clear(String machine) {
        awaitPresence(machine, "idle");
        long before = timesCleared(machine);
        send("machine.clear", "\"machine\":\"%s\",\"by\":\"ada\"".formatted(machine));
        Eventually.holds(machine + " is cleared", () -> timesCleared(machine) > before, this::state);
    }

    void awaitPresence(String machine, String state) {
        Eventually.holds(machine + " is " + state, () -> isIn(machine, state), this::state);
    }

    private boolean isIn(String machine, String state) {
        if (far.presence().isEmpty() || !json(far.presence()).get("online").booleanValue()) {
            return false;
        }
        for (JsonNode one : json(far.presence()).get("machines")) {
            if (one.get("machine").textValue().equals(machine)) {
                return one.get("state").textValue().equals(state);
            }
        }
        return false;
    }

    private long timesCleared(String machine) {
        return events("machine.changed").stream()
                .filter(event -> event.get("machine").textValue().equals(machine)
                        && event.get("detail").textValue().startsWith("cleared by"))
                .count();
    }

    /** Keeps the assignment, so that just the same can be sent again. */
    String assign(String attempt, long fence, String machine, String program) {
        String hash = shelf.put(program);
        String fields = """
                "attempt":"%s","fence":%d,"machine":"%s","expiresAt":"%s",
                "program":{"hash":"%s","path":"/agent/v1/programs/%s","bytes":%d}
                """.formatted(
                        attempt,
                        fence,
                        machine,
                        Instant.now().plusSeconds(300),
                        hash,
                        hash,
                        program.getBytes(StandardCharsets.UTF_8).length);
        send("attempt.assign", fields);
        return fields;
    }

    void send(String type, String fields) {
        String rest = fields.isEmpty() ? "" : "," + fields;
        far.send("{\"wire\":1,\"id\":\"c-%d\",\"sentAt\":\"%s\",\"type\":\"%s\"%s}"
                .formatted(++commands, Instant.now(), type, rest));
    }

    /** What was told, each sequence once, in the order of first arrival; every message is held against the contract. */
    List<JsonNode> events() {
        List<JsonNode> once = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (String message : far.events()) {
            if (!WireContract.complaints("event", message).isEmpty()) {
                throw new AssertionError(message + ": " + WireContract.complaints("event", message));
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

    List<JsonNode> events(String type, String attempt) {
        return events(type).stream()
                .filter(event -> event.get("attempt").textValue().equals(attempt))
                .toList();
    }

    JsonNode await(String type, String attempt) {
        Eventually.holds(type + " of " + attempt, () -> !events(type, attempt).isEmpty(), this::state);
        return events(type, attempt).get(0);
    }

    String state() {
        return "presence " + far.presence() + "\nevents " + String.join("\n", far.events()) + "\nagent " + agent.log();
    }

    @Override
    public void close() {
        agent.close();
        far.close();
        shelf.close();
        machines.close();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
