package org.cosmofab.orchestrator.platform;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problem that the edge itself finds, before or after any feature was asked. */
enum EdgeProblem {
    REQUEST_INVALID(400, "Request invalid"),
    JSON_MALFORMED(400, "JSON malformed"),
    LOGIN_REQUIRED(401, "Login required"),
    NOT_ALLOWED(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CHANGED_MEANWHILE(409, "Changed meanwhile"),
    REQUEST_TOO_LARGE(413, "Request too large"),
    MEDIA_TYPE_UNSUPPORTED(415, "Media type unsupported"),
    INTERNAL_ERROR(500, "Internal error"),
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String title;

    EdgeProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind for a status that the framework chose. */
    static EdgeProblem of(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind != JSON_MALFORMED && kind.status == status)
                .findFirst()
                .orElse(status < 500 ? REQUEST_INVALID : INTERNAL_ERROR);
    }
}
