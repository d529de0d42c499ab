package org.cosmofab.bridge.machine;

/** Nothing usable answers on a wire. */
public final class MachineUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MachineUnreachable(String message) {
        super(message);
    }

    public MachineUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
