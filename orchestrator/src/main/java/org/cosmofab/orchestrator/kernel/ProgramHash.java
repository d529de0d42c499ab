package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** SHA-256 of a program's exact bytes, lower-case hex, such as {@code 4be1...}. */
public record ProgramHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [0-9a-f]{64}}
     */
    public ProgramHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a ProgramHash: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
