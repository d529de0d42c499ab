package org.cosmofab.orchestrator.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.function.Function;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.kernel.QuoteId;

/** How the kernel's values look in JSON: ids are text, amounts are integers with their commodity and as people read them. */
@Singleton
class KernelJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule kernel = new SimpleModule("cosmofab-kernel");
        text(kernel, AgentId.class, AgentId::new);
        text(kernel, AttemptId.class, AttemptId::of);
        text(kernel, DesignVersionId.class, DesignVersionId::new);
        text(kernel, LotId.class, LotId::new);
        text(kernel, MachineId.class, MachineId::new);
        text(kernel, MaterialId.class, MaterialId::new);
        text(kernel, OperationId.class, OperationId::of);
        text(kernel, OrderId.class, OrderId::of);
        text(kernel, PartyId.class, PartyId::new);
        text(kernel, ProgramHash.class, ProgramHash::new);
        text(kernel, QuoteId.class, QuoteId::of);
        kernel.addDeserializer(String.class, new PlainText());
        kernel.addSerializer(Amount.class, new AmountSerializer());
        mapper.registerModule(kernel);
    }

    /** Text without control characters: no name or label has any, and PostgreSQL keeps no NUL. */
    private static final class PlainText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.chars().anyMatch(Character::isISOControl)) {
                throw context.weirdStringException(text, String.class, "a control character");
            }
            return text;
        }
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> reader) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addKeyDeserializer(type, new com.fasterxml.jackson.databind.KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return reader.apply(key);
            }
        });
        module.addDeserializer(type, new TextDeserializer<>(type, reader));
    }

    private static final class TextDeserializer<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;

        TextDeserializer(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException e) {
                JsonParser parser = context.getParser();
                throw context.weirdStringException(value, handledType(), "at " + parser.currentLocation());
            }
        }
    }

    private static final class AmountSerializer extends StdSerializer<Amount> {
        private static final long serialVersionUID = 1L;

        AmountSerializer() {
            super(Amount.class);
        }

        @Override
        public void serialize(Amount amount, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeNumberField("minorUnits", amount.minorUnits());
            json.writeStringField("commodity", amount.commodity().name());
            json.writeStringField("shown", amount.toDecimal().toPlainString());
            json.writeEndObject();
        }
    }
}
