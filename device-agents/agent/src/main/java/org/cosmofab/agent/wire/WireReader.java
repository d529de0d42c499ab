package org.cosmofab.agent.wire;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.cosmofab.agent.domain.Assignment;
import org.cosmofab.agent.domain.Command;
import org.cosmofab.agent.domain.ProgramReference;

/** Reads commands, and only what the contract knows: a field to be ignored could be the one that matters. */
public final class WireReader {
    static final int MESSAGE_BYTES_MAX = 64 * 1024;
    private static final int PERSON_CHARACTERS_MAX = 200;

    private static final Map<String, Function<Fields, Command>> COMMANDS = Map.of(
            "attempt.assign", WireReader::assign,
            "attempt.cancel", f -> new Command.Cancel(f.attempt(), f.text("by", PERSON_CHARACTERS_MAX)),
            "attempt.pause", f -> new Command.Pause(f.attempt()),
            "attempt.resume", f -> new Command.Resume(f.attempt()),
            "machine.clear",
                    f -> new Command.Clear(f.machine(), f.text("by", PERSON_CHARACTERS_MAX), f.instant("sentAt")),
            "machine.stop", f -> new Command.Stop(f.machine(), f.text("by", PERSON_CHARACTERS_MAX)),
            "events.acknowledge", f -> new Command.Acknowledge(f.number("upTo")),
            "attempts.report", f -> new Command.Report());

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** @throws WireMalformed if it is not a command of the contract */
    public Command read(byte[] message) {
        if (message.length > MESSAGE_BYTES_MAX) {
            throw new WireMalformed("the message has " + message.length + " bytes; " + MESSAGE_BYTES_MAX + " at most");
        }
        Fields fields = new Fields("", parse(message));
        fields.requireWire();
        fields.identifier("id");
        fields.instant("sentAt");
        String type = fields.text("type", PERSON_CHARACTERS_MAX);
        Function<Fields, Command> reader = COMMANDS.get(type);
        if (reader == null) {
            throw new WireMalformed("type: \"" + type + "\" is not a command of wire 1");
        }
        Command command = reader.apply(fields);
        fields.requireNoOther();
        return command;
    }

    private JsonNode parse(byte[] message) {
        try {
            return json.readTree(message);
        } catch (IOException e) {
            throw new WireMalformed("the message is not JSON: " + e.getMessage());
        }
    }

    private static Command assign(Fields f) {
        Fields program = f.object("program");
        ProgramReference reference = program.value(() ->
                new ProgramReference(program.text("hash", 64), program.text("path", 200), program.number("bytes")));
        program.requireNoOther();
        return new Command.Assign(f.value(
                () -> new Assignment(f.attempt(), f.number("fence"), f.machine(), reference, f.instant("expiresAt"))));
    }
}
