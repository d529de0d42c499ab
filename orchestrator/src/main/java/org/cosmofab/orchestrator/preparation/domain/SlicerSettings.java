package org.cosmofab.orchestrator.preparation.domain;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every setting of the slicer, by name; what is not written here cannot change a program.
 *
 * @param values by name
 */
public record SlicerSettings(Map<String, String> values) {

    public SlicerSettings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Reads lines of the form {@code name = value}; lines that begin with # are remarks. */
    public static SlicerSettings read(byte[] file) {
        Map<String, String> values = new TreeMap<>();
        new String(file, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(line -> values.put(
                        line.substring(0, line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip()));
        return new SlicerSettings(values);
    }

    /** The same with other values for some settings. */
    public SlicerSettings with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(others);
        return new SlicerSettings(all);
    }

    /** The value of a setting, or empty text. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The filament these settings are for, such as {@code PLA}. */
    public String filament() {
        return value("filament_type");
    }

    /** As a file for the slicer. */
    public byte[] toBytes() {
        return values.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
