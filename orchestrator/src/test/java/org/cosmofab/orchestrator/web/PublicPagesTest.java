package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of a workshop that is found from outside: links that leave the screen, cookies, and who asks behind a proxy. */
@QuarkusTest
@TestProfile(PublicStage.class)
class PublicPagesTest {
    @Inject
    StagedWorkshop workshop;

    @Inject
    Visitors visitors;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void set() {
        visitors.come(root);
        workshop.set();
    }

    @Test
    void labelsLeadToThePublicAddress() {
        String passport = PublicStage.ADDRESS + "/passports/" + workshop.distributed.id();

        visitors.as(StagedPeople.FIRM)
                .get("/orders/" + workshop.distributed.number())
                .then()
                .body(containsString("href=\"" + passport + "\""))
                .body(containsString(QrCode.svg(passport)));
        visitors.nobody()
                .get("/passports/" + workshop.distributed.id())
                .then()
                .body(containsString(QrCode.svg(passport)));
    }

    @Test
    void theSessionTravelsByHttpsOnly() {
        Response in = visitors.logIn(StagedPeople.FIRM, StagedPeople.PASSWORD, "/");

        assertThat(in.detailedCookie("cosmofab_session").isSecured()).isTrue();
    }

    @Test
    void behindAProxyEachAddressHasItsOwnGuesses() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("198.51.100.1", "wrong " + i).statusCode()).isEqualTo(403);
        }

        assertThat(guess("198.51.100.1", "wrong again").statusCode()).isEqualTo(429);
        assertThat(guess("198.51.100.2", StagedPeople.PASSWORD).statusCode()).isEqualTo(303);
    }

    private Response guess(String from, String password) {
        return visitors.own(visitors.nobody())
                .header("X-Forwarded-For", from)
                .formParam("login", StagedPeople.OPERATOR)
                .formParam("password", password)
                .post("/login");
    }
}
