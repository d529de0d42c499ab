package org.cosmofab.orchestrator.web;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place on our own pages that a browser asked to be sent to; anything else leads nowhere. */
final class LocalPath {
    private static final int LENGTH_MAX = 500;

    private LocalPath() {}

    /** The path with its query, if it is one of ours: never another site, whatever tricks the text plays. */
    static Optional<String> of(@Nullable String wanted) {
        if (wanted == null
                || wanted.length() > LENGTH_MAX
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || wanted.indexOf('\\') >= 0
                || wanted.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(wanted);
            return uri.getRawAuthority() == null && uri.getScheme() == null ? Optional.of(wanted) : Optional.empty();
        } catch (IllegalArgumentException notAPath) {
            return Optional.empty();
        }
    }

    /** The local path of a whole address, such as the page that a form was on. */
    static Optional<String> ofAddress(@Nullable String address, String host) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            boolean ours = host.equalsIgnoreCase(uri.getAuthority());
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return ours ? of(uri.getRawPath() + query) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
