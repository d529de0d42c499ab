package org.cosmofab.agent.mqtt;

/** The broker took a message and says that it goes nowhere. */
final class PublishRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishRefused(String topic, int reasonCode) {
        super("the broker refuses what is told on " + topic + " (reason 0x" + Integer.toHexString(reasonCode)
                + "); may this user write there?");
    }
}
