package org.cosmofab.orchestrator.passports;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why there is no passport. */
public enum PassportRefusal implements Refusal.Kind {
    NO_PASSPORT("No passport");

    private final String title;

    PassportRefusal(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Refusal.Category category() {
        return Refusal.Category.NOT_FOUND;
    }
}
