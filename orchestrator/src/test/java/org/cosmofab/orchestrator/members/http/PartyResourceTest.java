package org.cosmofab.orchestrator.members.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class PartyResourceTest {
    @Inject
    Tokens tokens;

    @Test
    void theWorkshopAndTheAssociationAreThereFromTheStart() {
        as(Role.STEWARD)
                .get("/api/v1/parties")
                .then()
                .statusCode(200)
                .body("id", hasItems("workshop", "commons-association"));
    }

    @Test
    void aPartyWithoutAnIdGetsAPseudonym() {
        as(Role.ADMIN)
                .body(Map.of("kind", "PERSON", "name", "Ada", "standing", "COMMONER"))
                .post("/api/v1/parties")
                .then()
                .statusCode(201)
                .body("id", matchesPattern("p-[a-z0-9]{6,13}"))
                .body("name", equalTo("Ada"))
                .body("termsAccepted", equalTo(false));
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        Map<String, String> firm = Map.of("id", "firm-x", "kind", "FIRM", "name", "X", "standing", "FOR_PROFIT");
        Map<String, String> other = Map.of("id", "firm-x", "kind", "FIRM", "name", "Y", "standing", "FOR_PROFIT");

        as(Role.ADMIN).body(firm).post("/api/v1/parties").then().statusCode(201);
        as(Role.ADMIN).body(firm).post("/api/v1/parties").then().statusCode(201);
        as(Role.ADMIN)
                .body(other)
                .post("/api/v1/parties")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/party-different"));
    }

    @Test
    void aStewardVouchesForAStandingAndItIsRemembered() {
        as(Role.ADMIN)
                .body(Map.of("id", "firm-y", "kind", "FIRM", "name", "Y", "standing", "FOR_PROFIT"))
                .post("/api/v1/parties")
                .then()
                .statusCode(201);
        Map<String, String> cooperative = Map.of("standing", "WORKER_COOPERATIVE");

        as(Role.ADMIN)
                .body(cooperative)
                .post("/api/v1/parties/firm-y/attestations")
                .then()
                .statusCode(403);
        as(Role.STEWARD)
                .body(cooperative)
                .post("/api/v1/parties/firm-y/attestations")
                .then()
                .statusCode(200)
                .body("standing", equalTo("WORKER_COOPERATIVE"));

        as(Role.STEWARD)
                .get("/api/v1/parties/firm-y/attestations")
                .then()
                .body("standing", equalTo(List.of("FOR_PROFIT", "WORKER_COOPERATIVE")))
                .body("[0].by", equalTo("registration"))
                .body("[1].by", matchesPattern("test-.*"));
    }

    @Test
    void anUnknownPartyIsNotFound() {
        as(Role.STEWARD)
                .get("/api/v1/parties/nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/party-unknown"));
    }

    @Test
    void namesOfPartiesAreForStewardsAndAdmins() {
        given().get("/api/v1/parties").then().statusCode(401);
        as(Role.REQUESTER).get("/api/v1/parties").then().statusCode(403);
        as(Role.OPERATOR).get("/api/v1/parties/workshop").then().statusCode(403);
    }

    @Test
    void aPartyOfUnknownKindIsInvalid() {
        as(Role.ADMIN)
                .body(Map.of("kind", "GHOST", "name", "Ada", "standing", "COMMONER"))
                .post("/api/v1/parties")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/json-malformed"));
    }

    private RequestSpecification as(Role role) {
        return given().auth().oauth2(tokens.of(role)).contentType(ContentType.JSON);
    }
}
