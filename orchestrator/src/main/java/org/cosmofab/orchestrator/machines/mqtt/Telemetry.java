package org.cosmofab.orchestrator.machines.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.machines.LiveState;

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
     * @throws IllegalArgumentException if it is not telemetry, naming the place
     */
    static Telemetry of(JsonNode message) {
        return WireFields.read(message, "telemetry", fields -> {
            Wire.check(fields);
            position(fields);
            return new Telemetry(
                    new AgentId(fields.id("agent")),
                    new MachineId(fields.id("machine")),
                    fields.time("at"),
                    Wire.state(fields),
                    work(fields),
                    fields.map(
                            "temperatures",
                            sensor -> new LiveState.Temperature(sensor.number("actual"), sensor.number("target"))),
                    new Readings(fields.amount("feedMmPerMinute"), fields.amount("beamPower")));
        });
    }

    private static Optional<Work> work(WireFields fields) {
        Optional<String> attempt = fields.opaque("attempt");
        Optional<Integer> line = fields.count("line");
        Optional<Integer> lines = fields.count("lines");
        Optional<Instant> etaAt = fields.optionalTime("etaAt");
        boolean complete = attempt.isPresent() == line.isPresent() && attempt.isPresent() == lines.isPresent();
        if (!complete || etaAt.isPresent() && attempt.isEmpty()) {
            throw fields.malformed("attempt", "comes with line and lines, and they with it");
        }
        return attempt.map(id -> new Work(AttemptId.of(id), line.orElseThrow(), lines.orElseThrow(), etaAt));
    }

    /** Nobody shows where a machine is, but it must have the right form. */
    private static void position(WireFields fields) {
        fields.object("position", at -> Map.of("x", at.number("x"), "y", at.number("y"), "z", at.number("z")));
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
