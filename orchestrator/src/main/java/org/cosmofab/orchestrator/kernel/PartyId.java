package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** Pseudonymous id of a party; appears in the books, never a name, such as {@code p-7k2m9q}. */
public record PartyId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [a-z0-9][a-z0-9-]{0,63}}
     */
    public PartyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a PartyId: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
