package org.cosmofab.orchestrator.kernel;

import java.util.regex.Pattern;

/** Id of a machine in its workshop; part of MQTT topics, so never with a dot, such as {@code printer-1}. */
public record MachineId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * @throws IllegalArgumentException if the value does not have the form {@code [a-z0-9-]{1,40}}
     */
    public MachineId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a MachineId: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
