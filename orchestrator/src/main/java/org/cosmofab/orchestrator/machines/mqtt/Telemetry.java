package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.wire.Fields;
import org.cosmofab.orchestrator.wire.Malformed;

/** How a machine is now. Source: device-agents/wire/schemas. */
record Telemetry(
        AgentId agent,
        MachineId machine,
        Instant at,
        LiveState.State state,
        Optional<Work> work,
        Map<String, LiveState.Temperature> temperatures,
        Readings readings) {

    /** What it works on. */
    record Work(AttemptId attempt, int line, int lines, Optional<Instant> etaAt) {}

    /** What its firmware reports besides. */
    record Readings(Optional<Double> feedMmPerMinute, Optional<Double> beamPower) {}

    /**
     * @throws Malformed if it is not telemetry, naming the place
     */
    static Telemetry of(JsonNode message) {
        Fields fields = new Fields(message, "telemetry.");
        fields.constant("wire", 1);
        Telemetry telemetry = new Telemetry(
                new AgentId(fields.id("agent")),
                new MachineId(fields.id("machine")),
                fields.time("at"),
                fields.word("state", LiveState.State.class),
                work(fields),
                fields.map(
                        "temperatures",
                        sensor -> new LiveState.Temperature(sensor.decimal("actual"), sensor.decimal("target"))),
                new Readings(
                        fields.optional("feedMmPerMinute", fields::amount),
                        fields.optional("beamPower", fields::amount)));
        position(fields);
        fields.end();
        return telemetry;
    }

    private static Optional<Work> work(Fields fields) {
        Optional<String> attempt = fields.optional("attempt", fields::opaque);
        Optional<Integer> line = fields.optional("line", fields::line);
        Optional<Integer> lines = fields.optional("lines", fields::line);
        Optional<Instant> etaAt = fields.optional("etaAt", fields::time);
        boolean complete = attempt.isPresent() == line.isPresent() && attempt.isPresent() == lines.isPresent();
        if (!complete || etaAt.isPresent() && attempt.isEmpty()) {
            throw new Malformed("telemetry.attempt comes with line and lines, and they with it");
        }
        return attempt.map(id -> new Work(AttemptId.of(id), line.orElseThrow(), lines.orElseThrow(), etaAt));
    }

    /** Nobody shows where a machine is, but it must have the right form. */
    private static void position(Fields fields) {
        fields.optional(
                "position",
                name -> fields.whole(name, at -> {
                    at.decimal("x");
                    at.decimal("y");
                    return at.decimal("z");
                }));
    }

    /** The state after this reading. Being cleared is told by presence and events, not here. */
    LiveState after(LiveState before) {
        boolean wasAway = before.state() == LiveState.State.UNREACHABLE && state != LiveState.State.UNREACHABLE;
        return new LiveState(
                state,
                at,
                before.cleared(),
                wasAway ? "" : before.detail(),
                work.map(Work::attempt),
                work.map(Work::line).orElse(0),
                work.map(Work::lines).orElse(0),
                work.flatMap(Work::etaAt),
                temperatures,
                readings.feedMmPerMinute(),
                readings.beamPower());
    }
}
