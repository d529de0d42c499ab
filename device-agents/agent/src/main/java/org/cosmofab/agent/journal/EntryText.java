package org.cosmofab.agent.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.MachineId;

/** Entries as the JSON of one line. */
final class EntryText {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(ids())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    byte[] write(List<Entry> entries) {
        try {
            return json.writerFor(ENTRIES).writeValueAsBytes(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry has no text", e);
        }
    }

    /** @throws JournalDamaged if a whole record says what this version does not know */
    List<Entry> read(byte[] payload) {
        try {
            return json.readValue(payload, ENTRIES);
        } catch (IOException e) {
            throw new JournalDamaged(
                    "a whole record of the journal cannot be understood; was it written by a newer agent? "
                            + new String(payload, StandardCharsets.UTF_8));
        }
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(AttemptId.class, ToStringSerializer.instance);
        module.addSerializer(MachineId.class, ToStringSerializer.instance);
        module.addDeserializer(AttemptId.class, new IdReader<>(AttemptId.class, AttemptId::new));
        module.addDeserializer(MachineId.class, new IdReader<>(MachineId.class, MachineId::new));
        return module;
    }

    private static final class IdReader<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> of;

        IdReader(Class<T> type, Function<String, T> of) {
            super(type);
            this.of = of;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return of.apply(value);
        }
    }
}
