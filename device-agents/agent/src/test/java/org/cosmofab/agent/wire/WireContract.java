package org.cosmofab.agent.wire;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract's files, for tests: schemas by name, golden messages by folder. */
public final class WireContract {
    private static final Path WIRE = Path.of(System.getProperty("cosmofab.root"), "device-agents", "wire");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = Stream.of("presence", "event", "telemetry", "command")
            .collect(Collectors.toMap(name -> name, WireContract::schema));

    private WireContract() {}

    /** What a schema says against a message; empty if nothing. */
    public static List<String> complaints(String schema, String message) {
        return SCHEMAS.get(schema).validate(message, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static Path file(String name) {
        return WIRE.resolve(name);
    }

    static Stream<Path> golden(String folder, String prefix) {
        try (Stream<Path> files = Files.list(WIRE.resolve(folder))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String schemaOf(Path golden) {
        String name = golden.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        return REGISTRY.getSchema(text(file("schemas/" + name + ".schema.json")), InputFormat.JSON);
    }
}
