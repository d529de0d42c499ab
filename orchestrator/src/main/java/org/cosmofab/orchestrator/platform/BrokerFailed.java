package org.cosmofab.orchestrator.platform;

import org.jspecify.annotations.Nullable;

/** The embedded broker could not do its work. */
final class BrokerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
