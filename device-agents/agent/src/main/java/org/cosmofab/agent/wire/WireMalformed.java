package org.cosmofab.agent.wire;

/** A message that is not one of the contract; says where and why. */
public final class WireMalformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireMalformed(String message) {
        super(message);
    }
}
