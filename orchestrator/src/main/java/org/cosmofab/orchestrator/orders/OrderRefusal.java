package org.cosmofab.orchestrator.orders;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why orders say no, in order of precedence. */
public enum OrderRefusal implements Refusal.Kind {
    ORDER_UNKNOWN("Order unknown", Refusal.Category.NOT_FOUND),
    OPERATION_UNKNOWN("Operation unknown", Refusal.Category.NOT_FOUND),
    ORDER_IN_WORK("Order in work", Refusal.Category.CONFLICT),
    ORDER_STAGE_FORBIDS("Order is at another stage", Refusal.Category.CONFLICT),
    ORDER_UNDECIDED("An attempt of the order is undecided", Refusal.Category.CONFLICT),
    OPERATION_STAGE_FORBIDS("Operation is at another stage", Refusal.Category.CONFLICT);

    private final String title;
    private final Refusal.Category category;

    OrderRefusal(String title, Refusal.Category category) {
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
