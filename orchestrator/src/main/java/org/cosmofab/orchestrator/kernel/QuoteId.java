package org.cosmofab.orchestrator.kernel;

import java.util.UUID;

/** Id of a quote. */
public record QuoteId(UUID value) {

    /**
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static QuoteId of(String text) {
        return new QuoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
