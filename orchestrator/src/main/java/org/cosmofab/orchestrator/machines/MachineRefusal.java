package org.cosmofab.orchestrator.machines;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why something is not done with a machine, in order of precedence. */
public enum MachineRefusal implements Refusal.Kind {
    MACHINE_UNKNOWN("There is no such machine", Refusal.Category.NOT_FOUND),
    MACHINE_LIMITS_INVALID("The machine's envelope or limits make no sense", Refusal.Category.UNPROCESSABLE),
    LOT_NOT_HERE("There is no such lot to load", Refusal.Category.UNPROCESSABLE),
    LOT_OF_OTHER_MATERIAL("The lot is of another material", Refusal.Category.UNPROCESSABLE);

    private final String title;
    private final Refusal.Category category;

    MachineRefusal(String title, Refusal.Category category) {
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
