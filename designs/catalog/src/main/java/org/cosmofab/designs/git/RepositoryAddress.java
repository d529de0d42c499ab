package org.cosmofab.designs.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Tells which addresses we pull from: https, and folders of this machine where that was allowed. */
final class RepositoryAddress {

    private RepositoryAddress() {}

    static URIish check(String address, boolean localAllowed) throws PullRefused {
        if (address.startsWith("-") || address.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw refused(address);
        }
        try {
            if (localAllowed && (address.startsWith("/") || address.startsWith("file:"))) {
                Path folder = address.startsWith("/") ? Path.of(address) : Path.of(new URI(address));
                return new URIish(folder.toUri().toString());
            }
            URI uri = new URI(address);
            boolean isPlainHttps = "https".equals(lower(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getRawQuery() == null;
            if (isPlainHttps) {
                return new URIish(address);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            PullRefused refused = refused(address);
            refused.initCause(e);
            throw refused;
        }
        throw refused(address);
    }

    private static PullRefused refused(String address) {
        return new PullRefused(
                PullResult.Refusal.ADDRESS_REFUSED,
                "only https:// addresses without user, query or fragment are pulled, not " + address);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
