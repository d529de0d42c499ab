package org.cosmofab.designs.part;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hints of the designer for making a part; the workshop may know better.
 *
 * @param values by name as designs/README.md lists them, such as {@code layer-height} to {@code 0.2}
 * @param laser in the order in which the laser does them
 */
public record PartSettings(SortedMap<String, String> values, List<LaserPass> laser) {

    public PartSettings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        laser = List.copyOf(laser);
    }

    public static PartSettings none() {
        return new PartSettings(new TreeMap<>(Map.of()), List.of());
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
