package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** A kind of material, such as {@code pla}. */
public record MaterialId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [a-z0-9][a-z0-9-]{0,39}}
     */
    public MaterialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a MaterialId: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
