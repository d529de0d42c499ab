package org.cosmofab.orchestrator.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where others find these pages: as {@code cosmofab.public-address} says, else as the present request came. What leaves the
 * screen, such as a printed label, carries this address: the one of a browser beside the server may lead nowhere.
 */
@ApplicationScoped
class PublicAddress {
    private final Optional<String> setting;

    PublicAddress(@ConfigProperty(name = "cosmofab.public-address") Optional<String> setting) {
        this.setting = setting.map(PublicAddress::read);
    }

    /** Has a setting that leads nowhere refused at the start, not when the first label is printed. */
    void start(@Observes StartupEvent event) {}

    /**
     * The whole address of a page.
     *
     * @param request scheme and host by which the present request came
     */
    String of(String path, String request) {
        return setting.orElse(request) + path;
    }

    /**
     * @throws IllegalStateException if the text is not the address of a server alone
     */
    static String read(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean alone = uri.getRawPath() == null || uri.getRawPath().matches("/?");
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && alone && bare && uri.getHost() != null) {
                return uri.getScheme() + "://" + uri.getRawAuthority();
            }
        } catch (URISyntaxException e) {
            throw refused(text, e);
        }
        throw refused(text, null);
    }

    private static IllegalStateException refused(String text, @Nullable Throwable cause) {
        return new IllegalStateException(
                "cosmofab.public-address is scheme and host alone, such as https://fablab.example or "
                        + "http://192.168.1.20:8080, not '" + text + "'",
                cause);
    }
}
