package org.cosmofab.orchestrator.members.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserRequestTest {
    private static final String HOST = "workshop.example:8080";

    @ParameterizedTest
    @CsvSource({
        "GET,cross-site,true",
        "HEAD,cross-site,true",
        "POST,same-origin,true",
        "POST,none,true",
        "POST,same-site,false",
        "POST,cross-site,false",
        "DELETE,cross-site,false",
        "put,cross-site,false"
    })
    void whatTheBrowserSaysOfTheSiteDecides(String method, String site, boolean ours) {
        BrowserRequest request = request(method, false, Optional.of("s"), Optional.of(site), Optional.empty());

        assertThat(request.ourOwn()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "http://workshop.example:8080,true",
        "https://workshop.example:8080,true",
        "http://workshop.example,false",
        "http://evil.example:8080,false",
        "http://workshop.example:8080.evil.example,false",
        "null,false",
        "::::,false"
    })
    void anOlderBrowsersOriginMustBeOurHost(String origin, boolean ours) {
        BrowserRequest request = request("POST", false, Optional.of("s"), Optional.empty(), Optional.of(origin));

        assertThat(request.ourOwn()).isEqualTo(ours);
    }

    @Test
    void aLoginFromAnotherSiteIsRefusedThoughThereIsNoSessionYet() {
        assertThat(request("POST", false, Optional.empty(), Optional.of("cross-site"), Optional.empty())
                        .ourOwn())
                .isFalse();
    }

    @Test
    void aProgramWithATokenNeedsNoOrigin() {
        assertThat(request("POST", true, Optional.empty(), Optional.empty(), Optional.empty())
                        .ourOwn())
                .isTrue();
    }

    @Test
    void aSessionWithoutAnyOriginNeedsTheProof() {
        BrowserRequest.Origin silent = new BrowserRequest.Origin(Optional.empty(), Optional.empty());
        String proof = BrowserRequest.proofOf("session");

        assertThat(new BrowserRequest("POST", HOST, false, Optional.of("session"), silent, Optional.of(proof)).ourOwn())
                .isTrue();
        assertThat(new BrowserRequest("POST", HOST, false, Optional.of("other"), silent, Optional.of(proof)).ourOwn())
                .isFalse();
        assertThat(new BrowserRequest("POST", HOST, false, Optional.of("session"), silent, Optional.empty()).ourOwn())
                .isFalse();
        assertThat(new BrowserRequest("POST", HOST, false, Optional.empty(), silent, Optional.empty()).ourOwn())
                .as("nothing to steal")
                .isTrue();
    }

    private static BrowserRequest request(
            String method,
            boolean authorized,
            Optional<String> session,
            Optional<String> site,
            Optional<String> origin) {
        return new BrowserRequest(
                method, HOST, authorized, session, new BrowserRequest.Origin(site, origin), Optional.empty());
    }
}
