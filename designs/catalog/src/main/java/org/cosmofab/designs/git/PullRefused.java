package org.cosmofab.designs.git;

import java.io.IOException;

/** Leaves the depth of a pull; the front door turns it into a result. */
final class PullRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final PullResult.Refusal refusal;

    PullRefused(PullResult.Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    PullResult.Refused result() {
        return new PullResult.Refused(refusal, String.valueOf(getMessage()));
    }
}
