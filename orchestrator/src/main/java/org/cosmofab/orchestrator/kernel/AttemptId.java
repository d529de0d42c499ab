package org.cosmofab.orchestrator.kernel;

import java.util.UUID;

/** Id of one physical try of an operation; never used twice. */
public record AttemptId(UUID value) {

    /**
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static AttemptId of(String text) {
        return new AttemptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
