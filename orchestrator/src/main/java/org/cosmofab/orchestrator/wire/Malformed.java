package org.cosmofab.orchestrator.wire;

/** A message is not what the wire's schemas allow; names the place. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
