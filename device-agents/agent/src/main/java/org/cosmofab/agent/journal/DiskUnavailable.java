package org.cosmofab.agent.journal;

import java.io.IOException;

/** The agent's disk does not take or give what it must keep. */
public final class DiskUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiskUnavailable(String message, IOException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
