package org.cosmofab.orchestrator.catalog;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why a design is not published, in order of precedence. */
public enum CatalogRefusal implements Refusal.Kind {
    REPOSITORY_REFUSED("The repository's address is not one that designs are pulled from", Refusal.Category.INVALID),
    REPOSITORY_UNREACHABLE("The repository does not answer", Refusal.Category.UNAVAILABLE),
    REF_UNKNOWN("The repository has no such branch, tag or commit", Refusal.Category.NOT_FOUND),
    REPOSITORY_TOO_LARGE("The repository is larger than designs may be", Refusal.Category.UNPROCESSABLE),
    REPOSITORY_UNSAFE("The repository holds a path that is not written", Refusal.Category.UNPROCESSABLE),
    FOLDER_UNKNOWN("There is no such folder", Refusal.Category.NOT_FOUND),
    DESIGN_HAS_ERRORS("The design has errors", Refusal.Category.UNPROCESSABLE),
    DESIGN_UNKNOWN("There is no such design version", Refusal.Category.NOT_FOUND),
    DESIGN_FILE_UNKNOWN("The design version has no such file", Refusal.Category.NOT_FOUND);

    private final String title;
    private final Refusal.Category category;

    CatalogRefusal(String title, Refusal.Category category) {
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
