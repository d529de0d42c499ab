package org.cosmofab.orchestrator.kernel;

import java.util.UUID;

/** Id of one machine step of an order. */
public record OperationId(UUID value) {

    /**
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static OperationId of(String text) {
        return new OperationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
