package org.cosmofab.orchestrator.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDescriptionTest {

    @Test
    void theApiSaysWhatItIsAndUnderWhichLicence() {
        given().queryParam("format", "json")
                .get("/api/v1/openapi")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Cosmofab"))
                .body("info.license.name", equalTo("AGPL-3.0-or-later"))
                .body("tags.name", hasItems("members", "machines", "materials"));
    }

    @Test
    void idsAreDescribedAsTheTextThatTheyAre() {
        given().queryParam("format", "json")
                .get("/api/v1/openapi")
                .then()
                .body("components.schemas.MachineId.type", equalTo("string"))
                .body("components.schemas.LotId.type", equalTo("string"));
    }

    @Test
    void thePathsOfTheseRoomsAreThere() {
        Set<String> paths = given().queryParam("format", "json")
                .get("/api/v1/openapi")
                .<java.util.Map<String, Object>>path("paths")
                .keySet();

        assertThat(paths)
                .contains(
                        "/api/v1/login",
                        "/api/v1/logout",
                        "/api/v1/me",
                        "/api/v1/tokens",
                        "/api/v1/parties",
                        "/api/v1/machines",
                        "/api/v1/machines/{id}",
                        "/api/v1/materials",
                        "/api/v1/lots");
    }
}
