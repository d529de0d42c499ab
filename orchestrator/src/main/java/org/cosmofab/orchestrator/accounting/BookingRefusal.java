package org.cosmofab.orchestrator.accounting;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why the books refuse an entry, in order of precedence. */
public enum BookingRefusal implements Refusal.Kind {
    KEY_REUSED_WITH_OTHER_CONTENT("Entry id already used with other content"),
    FUNDS_INSUFFICIENT("Funds insufficient");

    private final String title;

    BookingRefusal(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Category category() {
        return Refusal.Category.CONFLICT;
    }
}
