package org.cosmofab.orchestrator.catalog.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class DesignResourceTest {

    @Inject
    Catalog catalog;

    @Inject
    Tokens tokens;

    private DesignVersion design;

    @BeforeEach
    void publish() {
        design = catalog.publish(DesignFolder.original("sheet-corner"), Parties.WORKSHOP)
                .orThrow();
    }

    @Test
    void showsDesignsToAnybody() {
        given().get("/api/v1/designs").then().statusCode(200).body("slug", hasItems("sheet-corner"));
        for (String name : List.of("sheet-corner", design.id().value())) {
            given().get("/api/v1/designs/" + name)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(design.id().value()))
                    .body("parts[0].name", equalTo("corners"))
                    .body("parts[0].material", equalTo("pla"));
        }
    }

    @Test
    void answersForDesignsThatAreNotHere() {
        given().get("/api/v1/designs/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/design-unknown"));
    }

    @Test
    void servesFilesSoThatABrowserRunsNothing() throws Exception {
        byte[] served = given().get("/api/v1/designs/" + design.id() + "/files/src/sheet-corner.scad")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .extract()
                .asByteArray();
        Path file = DesignFolder.original("sheet-corner").resolve("src/sheet-corner.scad");
        assertThat(served).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void servesThePicturesThatTheDesignNames() {
        given().get("/api/v1/designs/" + design.id() + "/files/pictures/box.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Content-Disposition", "inline")
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void letsNobodyKeepWhatTheNextVersionWillChange() {
        given().get("/api/v1/designs/sheet-corner/files/README.md")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache");
    }

    @Test
    void servesNothingElse() {
        for (String path :
                List.of("none.txt", "docs", "..%2f..%2fREADME.md", "%2e%2e/%2e%2e/x", "%2fetc%2fpasswd", "a%00b")) {
            int status = given().urlEncodingEnabled(false)
                    .get("/api/v1/designs/" + design.id() + "/files/" + path)
                    .statusCode();
            assertThat(status).as(path).isBetween(400, 404);
        }
        given().get("/api/v1/designs/" + design.id() + "/files/none.txt")
                .then()
                .body("type", equalTo("/problems/design-file-unknown"))
                .body("detail", containsString("none.txt"));
    }

    @Test
    void letsDesignersPublishAndNobodyElse() {
        Map<String, String> request = Map.of("repository", "/etc", "ref", "main", "folder", "");
        given().contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/designs")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(tokens.of(Role.REQUESTER))
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/designs")
                .then()
                .statusCode(403);
    }

    @Test
    void pullsNothingFromThisMachineUnlessTold() {
        for (String address :
                List.of("/etc", "file:///etc", "https://127.0.0.1/x.git", "https://u:p@example.org/x.git")) {
            given().auth()
                    .oauth2(tokens.of(Role.DESIGNER))
                    .contentType(ContentType.JSON)
                    .body(Map.of("repository", address, "ref", "main", "folder", ""))
                    .post("/api/v1/designs")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/repository-refused"));
        }
    }

    @Test
    void namesWhatIsMissingInARequest() {
        given().auth()
                .oauth2(tokens.of(Role.DESIGNER))
                .contentType(ContentType.JSON)
                .body(Map.of("repository", "", "ref", "main"))
                .post("/api/v1/designs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
