package org.cosmofab.orchestrator.kernel;

import java.util.UUID;

/** Id of an order. */
public record OrderId(UUID value) {

    /**
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
