package org.cosmofab.orchestrator.quoting;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why quoting says no, in order of precedence. */
public enum QuoteRefusal implements Refusal.Kind {
    QUOTE_UNKNOWN("Quote unknown", Refusal.Category.NOT_FOUND),
    QUOTE_EXPIRED("Quote expired", Refusal.Category.CONFLICT),
    QUANTITY_OUT_OF_RANGE("Quantity out of range", Refusal.Category.UNPROCESSABLE),
    DESIGN_NOT_HERE("Design not here", Refusal.Category.UNPROCESSABLE),
    REQUESTER_NOT_KNOWN("Requester not known", Refusal.Category.UNPROCESSABLE),
    NO_MACHINE_FOR_PART("No machine for a part", Refusal.Category.UNPROCESSABLE);

    private final String title;
    private final Refusal.Category category;

    QuoteRefusal(String title, Refusal.Category category) {
        this.title = title;
        this.category = category;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Category category() {
        return category;
    }
}
