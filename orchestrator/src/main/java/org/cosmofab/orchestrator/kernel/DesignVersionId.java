package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** Content hash of a design version: lower-case hex SHA-256, such as {@code 3f2a...}. */
public record DesignVersionId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [0-9a-f]{64}}
     */
    public DesignVersionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a DesignVersionId: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
