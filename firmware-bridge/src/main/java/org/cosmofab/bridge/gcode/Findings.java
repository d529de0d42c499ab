package org.cosmofab.bridge.gcode;

import static org.cosmofab.bridge.gcode.Finding.Code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings, a limited number of each code; not thread-safe. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();
    private final Map<Code, Integer> counts = new EnumMap<>(Code.class);
    private int line;

    /** The line that is looked at from now on. */
    void at(int number) {
        line = number;
    }

    void add(Code code, String detail) {
        if (counts.merge(code, 1, Integer::sum) <= SafetyGate.FINDINGS_PER_CODE_MAX) {
            found.add(new Finding(line, code, detail));
        }
    }

    /** Whether more of a code would be left out, so that no detail need be written. */
    boolean isFull(Code code) {
        return counts.getOrDefault(code, 0) >= SafetyGate.FINDINGS_PER_CODE_MAX;
    }

    List<Finding> inOrderOfLines() {
        found.sort(Comparator.comparingInt(Finding::line));
        return List.copyOf(found);
    }
}
