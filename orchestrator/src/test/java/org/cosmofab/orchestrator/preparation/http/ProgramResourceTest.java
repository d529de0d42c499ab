package org.cosmofab.orchestrator.preparation.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.members.Logins;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.preparation.PreparedProgram;
import org.cosmofab.orchestrator.preparation.PreparedPrograms;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class ProgramResourceTest {
    private static final byte[] PROGRAM = "G21\nG90\nM5\n".getBytes(StandardCharsets.US_ASCII);
    private static final String HASH = DesignFolder.sha256(PROGRAM);

    @Inject
    PreparedPrograms programs;

    @Inject
    Logins logins;

    @Inject
    Tokens tokens;

    @Test
    void givesAgentsTheExactBytes() {
        keep();
        byte[] fetched = given().auth()
                .preemptive()
                .basic("fetching", logins.issueAgentSecret(new AgentId("fetching")))
                .get("/agent/v1/programs/" + HASH)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .extract()
                .asByteArray();
        assertThat(fetched).isEqualTo(PROGRAM);
    }

    @Test
    void answersForProgramsThatAreNotThere() {
        String secret = logins.issueAgentSecret(new AgentId("searching"));
        for (String hash : new String[] {"0".repeat(64), "short", HASH.toUpperCase(java.util.Locale.ROOT), "..%2fx"}) {
            given().urlEncodingEnabled(false)
                    .auth()
                    .preemptive()
                    .basic("searching", secret)
                    .get("/agent/v1/programs/" + hash)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/program-unknown"));
        }
    }

    @Test
    void letsNobodyElseFetch() {
        keep();
        given().get("/agent/v1/programs/" + HASH).then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("fetching", "wrong")
                .get("/agent/v1/programs/" + HASH)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(tokens.of(Role.OPERATOR))
                .get("/agent/v1/programs/" + HASH)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsOfSlicerAndSandboxInTheHealth() {
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'slicer' }.status", equalTo("UP"))
                .body(
                        "checks.find { it.name == 'slicer' }.data.slicer",
                        matchesPattern("PrusaSlicer [0-9.]+|none: programs that come with designs only"))
                .body("checks.find { it.name == 'slicer' }.data.sandbox", matchesPattern("fenced.*|limits.*|a time.*"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    private void keep() {
        programs.keep(
                DesignFolder.sha256("a recipe".getBytes(StandardCharsets.US_ASCII)),
                new PreparedProgram(
                        new ProgramHash(HASH),
                        new DesignVersionId("1".repeat(64)),
                        "part",
                        new MachineId("l1"),
                        new MaterialId("plywood-3"),
                        Duration.ofSeconds(5),
                        10,
                        0,
                        3,
                        PROGRAM.length,
                        PreparedProgram.Origin.CAM,
                        ""),
                PROGRAM);
    }
}
