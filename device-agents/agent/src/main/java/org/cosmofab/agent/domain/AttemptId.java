package org.cosmofab.agent.domain;

import java.util.regex.Pattern;

/** One physical try, as the orchestrator names it; compared, never taken apart. */
public record AttemptId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");

    public AttemptId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("attempt \"" + value + "\" is not of the form " + FORM);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
