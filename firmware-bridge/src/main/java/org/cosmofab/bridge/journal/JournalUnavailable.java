package org.cosmofab.bridge.journal;

import java.io.IOException;

/** The disk does not take or give the lines of an attempt. */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnavailable(String message, IOException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
