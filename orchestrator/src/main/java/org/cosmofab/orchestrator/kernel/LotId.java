package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** One lot of a material: a spool, a stack of sheets, such as {@code pla-lot-7}. */
public record LotId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [a-z0-9][a-z0-9-]{0,59}}
     */
    public LotId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a LotId: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
