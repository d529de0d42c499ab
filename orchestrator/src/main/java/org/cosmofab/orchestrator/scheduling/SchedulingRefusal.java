package org.cosmofab.orchestrator.scheduling;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why scheduling says no, in order of precedence. */
public enum SchedulingRefusal implements Refusal.Kind {
    CANNOT_BE_MADE_HERE("Cannot be made here", Refusal.Category.UNPROCESSABLE);

    private final String title;
    private final Refusal.Category category;

    SchedulingRefusal(String title, Refusal.Category category) {
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
