package org.cosmofab.agent.mqtt;

/** There is no connection to hand a message to. */
final class NotConnected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotConnected(String who) {
        super(who + " is not connected", null, false, false);
    }
}
