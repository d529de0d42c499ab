package org.cosmofab.bridge.wire;

/** A wire that cannot be opened, or is no longer there. */
public final class WireUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireUnavailable(String message) {
        super(message);
    }

    public WireUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
