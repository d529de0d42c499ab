package org.cosmofab.agent.domain;

/** A program cannot be had; says why in words for a person. */
public final class ProgramUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProgramUnavailable(String message) {
        super(message);
    }

    public ProgramUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
