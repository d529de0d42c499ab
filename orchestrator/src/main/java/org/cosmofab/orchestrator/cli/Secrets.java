package org.cosmofab.orchestrator.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The example workshop's logins and their secrets, in a file that only its owner may read. */
final class Secrets {

    private Secrets() {}

    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        Map<String, String> secrets = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> secrets.put(name, properties.getProperty(name)));
        return secrets;
    }

    static void write(Path file, Map<String, String> secrets) {
        Properties properties = new Properties();
        properties.putAll(secrets);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "Logins of the example workshop");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Simulation.writePrivately(file, text.toString());
    }
}
