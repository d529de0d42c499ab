package org.cosmofab.designs.finding;

import java.util.ArrayList;
import java.util.List;

/** The findings of one reading, in the order of their discovery. Not thread-safe. */
public final class Findings {

    /** Longer names fit into no list, page or table of those who make the design. */
    public static final int NAME_LENGTH_MAX = 200;

    private static final int NAME_BEGINNING = 40;

    private final List<Finding> found = new ArrayList<>();

    public void add(FindingCode code, Place place, String... details) {
        Finding finding = new Finding(code, place, List.of(details));
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    /** Notes a name that is too long. */
    public void checkName(Place place, String name) {
        if (name.length() > NAME_LENGTH_MAX) {
            String beginning = name.substring(0, name.offsetByCodePoints(0, NAME_BEGINNING));
            add(
                    FindingCode.NAME_TOO_LONG,
                    place,
                    beginning,
                    String.valueOf(name.length()),
                    String.valueOf(NAME_LENGTH_MAX));
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
