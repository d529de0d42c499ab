package org.cosmofab.agent.analysis;

/** A file that is no program, with what to do about it. */
public final class UnreadableProgram extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Why it cannot be read. */
    public enum Kind {
        /** Not there, or not to be opened. */
        NO_FILE,
        /** There, but not text with commands. */
        NO_PROGRAM
    }

    UnreadableProgram(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why it cannot be read. */
    public Kind kind() {
        return kind;
    }
}
