package org.cosmofab.orchestrator.fabrication.mqtt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.domain.AgentReport;
import org.cosmofab.orchestrator.fabrication.domain.Outcome;
import org.cosmofab.orchestrator.fabrication.domain.RefusalCode;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.wire.Fields;
import org.cosmofab.orchestrator.wire.Malformed;

/** Reads what agents say; refuses everything that the schemas do not allow. */
final class WireReader {
    private static final int MACHINES_MAX = 100;
    private static final int OPEN_MAX = 100;
    private static final int ENDED_MAX = 1000;

    /** An attempt that cannot be ours: our ids are UUIDs. */
    private static final AttemptId NOT_OURS = new AttemptId(new UUID(0, 0));

    private final JsonMapper json = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads an event.
     *
     * <p>One that cannot be read, but says whose it is and which, becomes {@link AgentReport.Unreadable}: it is kept, and
     * does not hold up those behind it.
     *
     * @throws Malformed if it does not even say that
     */
    AgentReport event(byte[] payload) {
        JsonNode tree = tree(payload);
        try {
            return event(new Fields(tree, ""));
        } catch (Malformed malformed) {
            Fields whose = new Fields(tree, "");
            return new AgentReport(
                    new AgentId(whose.id("agent")),
                    whose.number("sequence"),
                    whose.time("occurredAt"),
                    new AgentReport.Unreadable(new String(payload, StandardCharsets.UTF_8), malformed.getMessage()));
        }
    }

    /**
     * Reads presence.
     *
     * @throws Malformed if it is not what the schema allows
     */
    Presence presence(byte[] payload) {
        Fields fields = new Fields(tree(payload), "");
        fields.constant("wire", 1);
        AgentId agent = new AgentId(fields.id("agent"));
        boolean online = fields.flag("online");
        fields.time("since");
        for (Fields machine : fields.objects("machines", MACHINES_MAX)) {
            machine.id("machine");
            machine.word("process", Process.class);
            machine.id("dialect");
            machine.word("state", LiveState.State.class);
            machine.flag("cleared");
            machine.end();
        }
        fields.end();
        return new Presence(agent, online);
    }

    private AgentReport event(Fields fields) {
        fields.constant("wire", 1);
        AgentId agent = new AgentId(fields.id("agent"));
        long sequence = fields.number("sequence");
        fields.opaque("id");
        var occurredAt = fields.time("occurredAt");
        AgentReport.What what = what(fields);
        fields.end();
        return new AgentReport(agent, sequence, occurredAt, what);
    }

    private static AgentReport.What what(Fields fields) {
        String type = fields.text("type", 1);
        switch (type) {
            case "attempt.accepted":
                fields.number("fence");
                fields.id("machine");
                fields.hash("programHash");
                return new AgentReport.Accepted(attempt(fields));
            case "attempt.refused":
                fields.number("fence");
                fields.id("machine");
                return new AgentReport.Refused(
                        attempt(fields), fields.word("code", RefusalCode.class), fields.remark("detail"));
            case "attempt.started":
                fields.id("machine");
                return new AgentReport.Started(attempt(fields), fields.text("firmware", 1));
            case "attempt.ended":
                return ended(fields);
            case "machine.changed":
                return new AgentReport.MachineState(
                        new MachineId(fields.id("machine")),
                        fields.word("state", LiveState.State.class),
                        fields.remark("detail"),
                        fields.flag("cleared"));
            case "attempts.reported":
                return known(fields);
            default:
                throw new Malformed("type is an unknown word: " + type);
        }
    }

    private static AgentReport.Ended ended(Fields fields) {
        fields.id("machine");
        AgentReport.Ended ended = new AgentReport.Ended(
                attempt(fields),
                fields.word("outcome", Outcome.class),
                fields.line("line"),
                fields.line("lines"),
                fields.remark("reason"),
                facts(fields.object("facts")));
        return ended;
    }

    private static AgentReport.Facts facts(Fields fields) {
        AgentReport.Facts facts = new AgentReport.Facts(
                fields.time("startedAt"),
                fields.time("endedAt"),
                fields.amount("machineSeconds"),
                fields.count("linesAcknowledged"),
                fields.amount("extrudedMm"),
                fields.amount("beamOnMm"),
                fields.amount("wattHours"),
                fields.word("energySource", EnergySource.class) == EnergySource.METER);
        fields.end();
        return facts;
    }

    private static AgentReport.Known known(Fields fields) {
        List<AgentReport.OpenAttempt> open = new ArrayList<>();
        for (Fields each : fields.objects("open", OPEN_MAX)) {
            each.id("machine");
            open.add(new AgentReport.OpenAttempt(attempt(each), each.line("line")));
            each.end();
        }
        Set<AttemptId> ended = new HashSet<>();
        fields.opaques("ended", ENDED_MAX).forEach(text -> ended.add(ours(text).orElse(NOT_OURS)));
        return new AgentReport.Known(open, ended);
    }

    private static AttemptId attempt(Fields fields) {
        return ours(fields.opaque("attempt")).orElse(NOT_OURS);
    }

    private static Optional<AttemptId> ours(String text) {
        try {
            return Optional.of(AttemptId.of(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private JsonNode tree(byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (IOException e) {
            throw new Malformed("not JSON: " + e.getMessage());
        }
    }

    /** Where a figure of energy comes from. */
    private enum EnergySource {
        PROFILE,
        METER
    }
}
