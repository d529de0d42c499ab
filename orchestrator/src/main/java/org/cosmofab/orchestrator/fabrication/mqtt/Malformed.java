package org.cosmofab.orchestrator.fabrication.mqtt;

/** A message is not what the wire's schemas allow. */
final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
