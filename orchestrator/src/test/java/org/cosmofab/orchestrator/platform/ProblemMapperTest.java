package org.cosmofab.orchestrator.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemMapperTest {

    @ParameterizedTest
    @CsvSource({
        "WORD_UNKNOWN,400,word-unknown",
        "TOOL_LOCKED,403,tool-locked",
        "SPOOL_GONE,404,spool-gone",
        "BED_BUSY,409,bed-busy",
        "STEEL_TOO_THICK,422,steel-too-thick"
    })
    void aRefusalIsAnsweredByItsCategoryWithItsFacts(String kind, int status, String slug) {
        problem("/api/v1/faulty/refused?kind=" + kind, status, slug)
                .body("title", equalTo("Title of " + kind))
                .body("detail", equalTo("because <of> the test"))
                .body("instance", equalTo("/api/v1/faulty/refused"))
                .body("missing", equalTo(12))
                .body("status", equalTo(status));
    }

    @Test
    void aBugShowsAnIncidentAndNothingOfTheInside() {
        String body = problem("/api/v1/faulty/bug", 500, "internal-error")
                .body("instance", startsWith("/incidents/"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("secret", "IllegalState", "at org.");
    }

    @Test
    void aLostRaceIsAConflict() {
        problem("/api/v1/faulty/lock", 409, "changed-meanwhile").body("detail", not(containsString("row 7")));
    }

    @Test
    void anInvalidBodyNamesEachField() {
        post("{\"name\":\" \",\"count\":0,\"inner\":{\"word\":\"\"}}", 400, "request-invalid")
                .body("violations.field", equalTo(java.util.List.of("count", "inner.word", "name")))
                .body("detail", containsString("count must be greater than or equal to 1"));
    }

    @Test
    void malformedJsonNamesThePlace() {
        post("{\"name\": \"a\",\n \"count\": }", 400, "json-malformed").body("detail", containsString("line 2"));
    }

    @Test
    void jsonOfTheWrongFormNamesTheField() {
        post("{\"name\":\"a\",\"inner\":{\"word\":[1]}}", 400, "json-malformed")
                .body("detail", containsString("inner.word"));
    }

    @Test
    void aBodyOfAnotherMediaTypeIsRefused() {
        given().contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/faulty/body")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/media-type-unsupported"));
    }

    @Test
    void whatNobodyServesIsNotFound() {
        problem("/api/v1/nothing", 404, "not-found");
        problem("/nothing/at/all", 404, "not-found");
        problem("/api/v1/faulty/machines/Not.A.Machine", 404, "not-found");
    }

    @Test
    void aWrongMethodIsRefused() {
        given().delete("/api/v1/faulty/bug")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void aMediaTypeThatWeDoNotHaveIsRefused() {
        given().accept("image/png")
                .get("/api/v1/faulty/json")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void whatNeedsARoleAsksForALogin() {
        problem("/api/v1/faulty/for-stewards", 401, "login-required").header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void aResourceThatSaysNothingAboutRolesIsClosed() {
        problem("/api/v1/faulty/unannotated", 401, "login-required");
    }

    @Test
    void aPersonGetsAPage() {
        given().accept("text/html,application/xhtml+xml")
                .get("/faulty-page")
                .then()
                .statusCode(404)
                .contentType(ContentType.HTML)
                .body(containsString("because &lt;of&gt; the test"));
        given().accept("text/html").get("/no-such-page").then().statusCode(404).contentType(ContentType.HTML);
    }

    @Test
    void aProgramAtTheApiNeverGetsAPage() {
        given().accept("text/html, */*")
                .get("/api/v1/faulty/bug")
                .then()
                .statusCode(500)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse problem(String path, int status, String slug) {
        return given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }

    private static ValidatableResponse post(String body, int status, String slug) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/faulty/body")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }
}
