package org.cosmofab.orchestrator.settlement;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why settlement says no, in order of precedence. */
public enum SettlementRefusal implements Refusal.Kind {
    ORDER_NOT_MADE("Order not made yet", Refusal.Category.CONFLICT),
    ORDER_NOT_SETTLED("Order not settled yet", Refusal.Category.CONFLICT),
    ORDER_ALREADY_PAID("Order already paid", Refusal.Category.CONFLICT),
    PAYMENT_NOT_WHAT_IS_DUE("Payment is not what is due", Refusal.Category.UNPROCESSABLE),
    RECORD_MISSING("A record that settlement needs is missing", Refusal.Category.CONFLICT),
    LICENCE_REFUSES("Licence does not allow this use", Refusal.Category.UNPROCESSABLE),
    TARIFF_MISSING("Tariff has no rate for this", Refusal.Category.UNPROCESSABLE);

    private final String title;
    private final Refusal.Category category;

    SettlementRefusal(String title, Refusal.Category category) {
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
