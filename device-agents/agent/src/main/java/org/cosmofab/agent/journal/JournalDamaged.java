package org.cosmofab.agent.journal;

/** A journal that cannot be believed: a record before its end is not what was written. */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalDamaged(String message) {
        super(message);
    }
}
