package org.cosmofab.orchestrator.members.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.members.FirstStart;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class LoginResourceTest {
    private static final String SECRET = "a good secret";

    @Inject
    Logins logins;

    @Inject
    IdSource ids;

    @Inject
    Tokens tokens;

    @Inject
    FirstStart firstStart;

    @TestHTTPResource
    URI root;

    private String login;

    @BeforeEach
    void newLogin() {
        login = "ada-" + ids.next();
        logins.create(login, SECRET, Optional.of(Parties.WORKSHOP), Set.of(Role.REQUESTER, Role.OPERATOR))
                .orThrow();
    }

    @Test
    void aSessionLetsInUntilItIsClosed() {
        Cookie session = session(login(login, SECRET));

        given().cookie(session)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("login", equalTo(login))
                .body("party", equalTo("workshop"))
                .body("roles", contains("REQUESTER", "OPERATOR"));
        given().cookie(session)
                .header("Origin", origin())
                .post("/api/v1/logout")
                .then()
                .statusCode(204);
        given().cookie(session).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void theCookieIsNotForScriptsNorForOtherSites() {
        Cookie session = session(login(login, SECRET));

        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(session.getPath()).isEqualTo("/");
        assertThat(session.getMaxAge()).isBetween(12 * 3600L - 60, 12 * 3600L);
    }

    @Test
    void aNewLoginEndsTheSessionBefore() {
        Cookie before = session(login(login, SECRET));
        Cookie after = session(json(Map.of("login", login, "secret", SECRET))
                .cookie(before)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/v1/login"));

        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        given().cookie(before).get("/api/v1/me").then().statusCode(401);
        given().cookie(after).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void aWrongSecretAndAnUnknownLoginAreAnsweredAlike() {
        Response wrong = login(login, "not the secret");
        Response unknown = login("nobody-" + ids.next(), "not the secret");

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.cookies()).isEmpty();
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void tooManyWrongSecretsMakeOneWaitEvenWithTheRightOne() {
        for (int i = 0; i < 5; i++) {
            login(login, "wrong secret " + i).then().statusCode(403);
        }

        login(login, SECRET)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-attempts"));
        assertThat(login(login, SECRET).header("Retry-After")).matches("[0-9]+");
    }

    @Test
    void tooManyWrongSecretsBeforeAChangeMakeOneWait() {
        String token = logins.issueToken(login);
        for (int i = 0; i < 5; i++) {
            change(token, "wrong secret " + i).then().statusCode(403).body("type", equalTo("/problems/login-failed"));
        }

        change(token, SECRET)
                .then()
                .statusCode(429)
                .body("type", equalTo("/problems/too-many-attempts"))
                .header("Retry-After", matchesPattern("[0-9]+"));
    }

    private static Response change(String token, String before) {
        return json(Map.of("before", before, "secret", "another good secret"))
                .auth()
                .oauth2(token)
                .put("/api/v1/me/secret");
    }

    @Test
    void aNameIsNoPartysId() {
        json(Map.of("login", "ana", "secret", SECRET, "party", "Ana Ribera", "roles", List.of("REQUESTER")))
                .auth()
                .oauth2(tokens.of(Role.ADMIN))
                .post("/api/v1/logins")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/request-invalid"))
                .body("detail", containsString("party"));
    }

    @Test
    void aTokenLetsInAsBearer() {
        String token = given().auth()
                .oauth2(logins.issueToken(login))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("login", equalTo(login))
                .body("proof", nullValue());
        given().auth().oauth2(token + "x").get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void withoutALoginOneIsNobody() {
        given().get("/api/v1/me").then().statusCode(401).contentType("application/problem+json");
        given().post("/api/v1/tokens").then().statusCode(401);
        given().post("/api/v1/agents/agent-1/secret").then().statusCode(401);
    }

    @Test
    void anotherSiteCannotUseTheSession() {
        Cookie session = session(login(login, SECRET));

        given().cookie(session)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/tokens")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/cross-site-request"));
        given().cookie(session)
                .header("Origin", "http://evil.example")
                .post("/api/v1/tokens")
                .then()
                .statusCode(403);
        given().cookie(session).post("/api/v1/tokens").then().statusCode(403);
    }

    @Test
    void ourOwnPagesAndTheProofCanUseTheSession() {
        Response opened = login(login, SECRET);
        Cookie session = session(opened);

        given().cookie(session)
                .header("Origin", origin())
                .post("/api/v1/tokens")
                .then()
                .statusCode(201);
        given().cookie(session)
                .header("X-Cosmofab-Proof", opened.path("proof").toString())
                .post("/api/v1/tokens")
                .then()
                .statusCode(201);
    }

    @Test
    void anAgentsSecretIsGoodForAgentPathsOnly() {
        String agent = "agent-" + login.substring(login.length() - 12);
        String secret = logins.issueAgentSecret(new AgentId(agent));

        given().auth()
                .preemptive()
                .basic(agent, secret)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        login(agent, secret).then().statusCode(403);
        given().auth()
                .preemptive()
                .basic(agent, secret)
                .get("/agent/v1/whoami-test")
                .then()
                .statusCode(200)
                .body(equalTo(agent));
        given().auth()
                .preemptive()
                .basic(agent, "x" + secret)
                .get("/agent/v1/whoami-test")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Basic realm=\"cosmofab\"");
    }

    @Test
    void aPersonsSecretIsNoGoodAtAgentPaths() {
        given().auth()
                .preemptive()
                .basic(login, SECRET)
                .get("/agent/v1/whoami-test")
                .then()
                .statusCode(401);
    }

    @Test
    void aReplacedAgentSecretIsWorthNothing() {
        AgentId agent = new AgentId("agent-" + login.substring(login.length() - 12));
        String before = logins.issueAgentSecret(agent);
        String after = logins.issueAgentSecret(agent);

        assertThat(logins.checkAgent(agent.value(), before)).isEmpty();
        assertThat(logins.checkAgent(agent.value(), after)).isPresent();
    }

    @Test
    void onlyAnAdminMakesLogins() {
        Map<String, Object> request =
                Map.of("login", "bob-" + ids.next(), "secret", SECRET, "roles", Set.of("REQUESTER"));

        json(request)
                .auth()
                .oauth2(tokens.of(Role.OPERATOR, Role.STEWARD))
                .post("/api/v1/logins")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-allowed"));
        String admin = tokens.of(Role.ADMIN);
        json(request).auth().oauth2(admin).post("/api/v1/logins").then().statusCode(201);
        json(request)
                .auth()
                .oauth2(admin)
                .post("/api/v1/logins")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/login-taken"));
    }

    @Test
    void aChangedSecretEndsSessionsAndTokens() {
        Cookie session = session(login(login, SECRET));
        String token = logins.issueToken(login);

        json(Map.of("before", SECRET, "secret", "another good secret"))
                .auth()
                .oauth2(token)
                .put("/api/v1/me/secret")
                .then()
                .statusCode(204);

        given().cookie(session).get("/api/v1/me").then().statusCode(401);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        login(login, SECRET).then().statusCode(403);
        login(login, "another good secret").then().statusCode(200);
    }

    @Test
    void theFirstStartMadeAnAdminWhosePasswordIsShownOnce() {
        Optional<String> password = firstStart.firstAdminPassword();

        assertThat(password).isPresent();
        login(FirstStart.ADMIN, password.orElseThrow()).then().statusCode(200);
        assertThat(firstStart.firstAdminPassword()).isEmpty();
    }

    private static Response login(String login, String secret) {
        return json(Map.of("login", login, "secret", secret)).post("/api/v1/login");
    }

    private static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static Cookie session(Response response) {
        response.then().statusCode(200);
        return response.detailedCookie("cosmofab_session");
    }

    private String origin() {
        return root.toString().replaceAll("/$", "");
    }
}
