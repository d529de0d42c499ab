package org.cosmofab.orchestrator.preparation.svg;

/** A drawing that is not read, with the place and the remedy in its message. */
public final class SvgRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What sort of no. */
    public enum Reason {
        UNREADABLE,
        UNSAFE,
        NOT_CUTTABLE
    }

    private SvgRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static SvgRefused unreadable(String message) {
        return new SvgRefused(Reason.UNREADABLE, message);
    }

    static SvgRefused unsafe(String message) {
        return new SvgRefused(Reason.UNSAFE, message);
    }

    static SvgRefused notCuttable(String message) {
        return new SvgRefused(Reason.NOT_CUTTABLE, message);
    }

    public Reason reason() {
        return reason;
    }
}
