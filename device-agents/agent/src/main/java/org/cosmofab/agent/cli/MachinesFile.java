package org.cosmofab.agent.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.PowerProfile;
import org.cosmofab.agent.posts.MachineSettings;
import org.cosmofab.bridge.gcode.Dialect;
import org.cosmofab.bridge.grbl.GrblDriver;
import org.cosmofab.bridge.machine.MachineDriver;
import org.cosmofab.bridge.marlin.MarlinDriver;
import org.cosmofab.bridge.wire.WireOpener;

/**
 * The file that says what machines an agent has: a Java properties file with, per machine,
 *
 * <pre>
 * printer-1.process = print               # print, laser or mill
 * printer-1.dialect = marlin              # marlin or grbl
 * printer-1.port = /dev/ttyUSB0           # a serial device, or tcp:host:port
 * printer-1.baud = 115200                 # of a serial device; this if not said
 * printer-1.watts.idle = 8
 * printer-1.watts.running = 120
 * </pre>
 */
final class MachinesFile {
    private static final Set<String> PROCESSES = Set.of("print", "laser", "mill");
    private static final Set<String> KEYS = Set.of("process", "dialect", "port", "baud", "watts.idle", "watts.running");
    private static final int BAUD = 115_200;

    private final Path file;
    private final Clock workshop;

    private MachinesFile(Path file, Clock workshop) {
        this.file = file;
        this.workshop = workshop;
    }

    /** @throws IllegalArgumentException naming the file, the key and what would be right */
    static List<MachineSettings> read(Path file, Clock workshop) {
        MachinesFile machines = new MachinesFile(file, workshop);
        Map<String, Map<String, String>> byMachine = machines.byMachine(machines.load());
        if (byMachine.isEmpty()) {
            throw new IllegalArgumentException(file + " names no machine; write lines like printer-1.process=print");
        }
        return byMachine.entrySet().stream()
                .map(entry -> machines.machine(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Properties load() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read --machines " + file + ": " + e, e);
        }
    }

    private Map<String, Map<String, String>> byMachine(Properties properties) {
        Map<String, Map<String, String>> byMachine = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            int dot = name.indexOf('.');
            String key = name.substring(dot + 1);
            if (dot < 1 || !KEYS.contains(key)) {
                throw new IllegalArgumentException(file + ": " + name + " is not of the form machine.key with one of "
                        + KEYS.stream().sorted().toList());
            }
            byMachine
                    .computeIfAbsent(name.substring(0, dot), machine -> new TreeMap<>())
                    .put(key, properties.getProperty(name).strip());
        }
        return byMachine;
    }

    private MachineSettings machine(String name, Map<String, String> values) {
        String process = value(name, "process", values);
        if (!PROCESSES.contains(process)) {
            throw wrong(name, "process", process, "print, laser or mill");
        }
        Dialect dialect = dialect(name, value(name, "dialect", values));
        String port = value(name, "port", values);
        int baud = (int) number(name, "baud", values.getOrDefault("baud", Integer.toString(BAUD)));
        PowerProfile power = new PowerProfile(
                number(name, "watts.idle", values.getOrDefault("watts.idle", "0")),
                number(name, "watts.running", value(name, "watts.running", values)));
        WireOpener wires =
                PortAddress.opener(port, baud).orElseThrow(() -> wrong(name, "port", port, PortAddress.FORM));
        Supplier<MachineDriver> driver = dialect == Dialect.MARLIN
                ? () -> MarlinDriver.over(wires, workshop)
                : () -> GrblDriver.over(wires, workshop);
        return new MachineSettings(new MachineId(name), process, dialect, port, power, driver);
    }

    private Dialect dialect(String name, String word) {
        try {
            return Dialect.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "dialect", word, "marlin or grbl");
        }
    }

    private double number(String name, String key, String text) {
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,3})?")) {
            throw wrong(name, key, text, "a plain number");
        }
        return Double.parseDouble(text);
    }

    private String value(String name, String key, Map<String, String> values) {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(file + ": " + name + "." + key + " is missing");
        }
        return value;
    }

    private IllegalArgumentException wrong(String name, String key, String value, String right) {
        return new IllegalArgumentException(
                file + ": " + name + "." + key + " is \"" + value + "\"; it must be " + right);
    }
}
