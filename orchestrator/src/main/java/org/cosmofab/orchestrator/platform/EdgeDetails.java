package org.cosmofab.orchestrator.platform;

/** What the edge says to people about its own problems. */
final class EdgeDetails {
    static final String LOGIN_REQUIRED = "Log in, or send a valid token; one that was sent is unknown or has expired.";
    static final String NOT_ALLOWED = "Your login does not have the role that this needs; ask an admin.";
    static final String CHANGED_MEANWHILE = "Somebody changed the same thing at the same time; look again and repeat.";

    private EdgeDetails() {}

    static String of(EdgeProblem kind) {
        return switch (kind) {
            case REQUEST_INVALID, JSON_MALFORMED -> "The request does not have the form that the API describes.";
            case LOGIN_REQUIRED -> LOGIN_REQUIRED;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case NOT_FOUND -> "There is nothing here by this name.";
            case METHOD_NOT_ALLOWED -> "This can be asked for, but not with this method.";
            case NOT_ACCEPTABLE -> "There is no answer in any of the media types that you accept.";
            case CHANGED_MEANWHILE -> CHANGED_MEANWHILE;
            case REQUEST_TOO_LARGE -> "The request is larger than this workshop takes.";
            case MEDIA_TYPE_UNSUPPORTED -> "The body's media type is not one that this takes; send application/json.";
            case INTERNAL_ERROR -> "This is our fault.";
            case UNAVAILABLE -> "This cannot be answered now; try again in a moment.";
        };
    }

    /** How to log in at a path. Source: RFC 9110, section 11.6.1. Browsers must not ask by themselves. */
    static String challenge(String path) {
        return path.startsWith("/agent/") ? "Basic realm=\"cosmofab\"" : "Bearer realm=\"cosmofab\"";
    }
}
