package org.cosmofab.designs.finding;

import java.util.ArrayList;
import java.util.List;

/** The findings of one reading, in the order of their discovery. Not thread-safe. */
public final class Findings {

    private final List<Finding> found = new ArrayList<>();

    public void add(FindingCode code, Place place, String... details) {
        Finding finding = new Finding(code, place, List.of(details));
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    public List<Finding> list() {
        return List.copyOf(found);
    }

    public int count() {
        return found.size();
    }

    public boolean has(FindingCode code) {
        return found.stream().anyMatch(finding -> finding.code() == code);
    }
}
