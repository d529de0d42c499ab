package org.cosmofab.agent.domain;

import java.util.regex.Pattern;

/** A machine's name within its workshop. */
public record MachineId(String value) implements Comparable<MachineId> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public MachineId {
        requireName("machine", value);
    }

    @Override
    public int compareTo(MachineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    static void requireName(String what, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " \"" + value + "\" is not of the form " + NAME
                    + ": use small letters, digits and hyphens, 40 at most");
        }
    }
}
