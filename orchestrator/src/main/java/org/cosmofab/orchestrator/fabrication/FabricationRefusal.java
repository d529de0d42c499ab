package org.cosmofab.orchestrator.fabrication;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why fabrication says no, in order of precedence. */
public enum FabricationRefusal implements Refusal.Kind {
    ATTEMPT_UNKNOWN("Attempt unknown", Refusal.Category.NOT_FOUND),
    MACHINE_IN_WORK("Machine in work", Refusal.Category.CONFLICT),
    ATTEMPT_NOT_RUNNING("Attempt is not running", Refusal.Category.CONFLICT),
    ATTEMPT_NOT_UNCERTAIN("Attempt is not uncertain", Refusal.Category.CONFLICT),
    ATTEMPT_UNDECIDED("Attempt is undecided", Refusal.Category.CONFLICT),
    NOTHING_TO_RETRY("Nothing to try again", Refusal.Category.CONFLICT),
    AGENT_OUT_OF_REACH("Agent out of reach", Refusal.Category.UNAVAILABLE);

    private final String title;
    private final Refusal.Category category;

    FabricationRefusal(String title, Refusal.Category category) {
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
