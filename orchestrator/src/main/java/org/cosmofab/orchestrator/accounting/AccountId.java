package org.cosmofab.orchestrator.accounting;

import java.util.regex.Pattern;

/** Name of an account: parts joined by colons, such as {@code assets:receivable:p-7k2m9q}. */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]+(:[A-Za-z0-9-]+)*");

    /**
     * @throws IllegalArgumentException if the value is not of that form or is longer than 200 characters
     */
    public AccountId {
        if (value.length() > 200 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an account: " + value);
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
