package org.cosmofab.orchestrator.members.domain;

import org.cosmofab.orchestrator.kernel.Refusal;

/** Why this room says no, in order of precedence. */
public enum MembersRefusal implements Refusal.Kind {
    CROSS_SITE_REQUEST("Request from another site", Refusal.Category.FORBIDDEN),
    TOO_MANY_ATTEMPTS("Too many attempts", Refusal.Category.TOO_OFTEN),
    LOGIN_FAILED("Login failed", Refusal.Category.FORBIDDEN),
    LOGIN_NAME_INVALID("Login name invalid", Refusal.Category.INVALID),
    SECRET_TOO_WEAK("Secret too weak", Refusal.Category.UNPROCESSABLE),
    LOGIN_TAKEN("Login taken", Refusal.Category.CONFLICT),
    LOGIN_UNKNOWN("Login unknown", Refusal.Category.NOT_FOUND),
    PARTY_UNKNOWN("Party unknown", Refusal.Category.NOT_FOUND),
    PARTY_DIFFERENT("Party registered with other content", Refusal.Category.CONFLICT);

    private final String title;
    private final Refusal.Category category;

    MembersRefusal(String title, Refusal.Category category) {
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
