package org.cosmofab.orchestrator.materials;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why material is not to be had, in order of precedence. */
public enum MaterialRefusal implements Refusal.Kind {
    MATERIAL_NOT_KNOWN("The workshop does not know this material", Refusal.Category.UNPROCESSABLE),
    MATERIAL_SHORT("There is not enough of the material", Refusal.Category.CONFLICT),
    LOT_UNKNOWN("There is no such lot", Refusal.Category.NOT_FOUND),
    LOT_DIFFERS("There is another lot of that name", Refusal.Category.CONFLICT),
    LOT_INVALID("The lot makes no sense", Refusal.Category.UNPROCESSABLE);

    private final String title;
    private final Refusal.Category category;

    MaterialRefusal(String title, Refusal.Category category) {
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
