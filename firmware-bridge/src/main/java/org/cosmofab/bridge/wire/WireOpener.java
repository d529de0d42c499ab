package org.cosmofab.bridge.wire;

/** Where a wire comes from, each time that one is needed. */
@FunctionalInterface
public interface WireOpener {

    /** @throws WireUnavailable if there is none now, with the reason and the remedy */
    Wire open();
}
