package org.cosmofab.orchestrator.materials.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class MaterialResourceTest {
    private static final String PETG = """
            {"id": "http-petg", "form": "FILAMENT", "names": {"en": "PETG", "fr": "PETG"},
             "densityMgPerMm3": 1.27, "thicknessMm": 1.75}
            """;
    private static final Map<String, Object> SPOOL =
            Map.of("id", "http-petg-1", "material", "http-petg", "label", "black", "grams", 1000, "centsPerKg", 2490);

    @Inject
    Tokens tokens;

    @BeforeEach
    void define() {
        as(Role.ADMIN).body(PETG).put("/api/v1/materials").then().statusCode(200);
    }

    @Test
    void everybodySeesTheKinds() {
        given().get("/api/v1/materials").then().statusCode(200).body("id", hasItem("http-petg"));
    }

    @Test
    void anOperatorTakesALotInAndSeesItsMovements() {
        as(Role.OPERATOR)
                .body(SPOOL)
                .post("/api/v1/lots")
                .then()
                .statusCode(200)
                .body("milligrams", equalTo(1_000_000))
                .body("pricePerKg.shown", equalTo("24.900000"));
        as(Role.OPERATOR).get("/api/v1/lots").then().statusCode(200).body("id", hasItem("http-petg-1"));
        as(Role.OPERATOR)
                .get("/api/v1/lots/http-petg-1/movements")
                .then()
                .statusCode(200)
                .body("milligrams", contains(1_000_000));
    }

    @Test
    void anUnknownLotIsNotFound() {
        as(Role.OPERATOR)
                .get("/api/v1/lots/nowhere")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/lot-unknown"));
    }

    @Test
    void controlCharactersInLabelsAndNamesAreNamed() {
        as(Role.OPERATOR)
                .body(
                        "{\"id\": \"x\", \"material\": \"http-petg\", \"label\": \"a\\u0000b\", \"grams\": 1, \"centsPerKg\": 1}")
                .post("/api/v1/lots")
                .then()
                .statusCode(400)
                .body("detail", containsString("the field label holds a control character"));
        as(Role.ADMIN)
                .body(PETG.replace("\"en\": \"PETG\"", "\"en\": \"PE\\u001bTG\""))
                .put("/api/v1/materials")
                .then()
                .statusCode(400)
                .body("detail", containsString("the field names.en holds a control character"));
    }

    @Test
    void aLotOfAnUnknownMaterialBreaksARule() {
        as(Role.OPERATOR)
                .body(Map.of("id", "x", "material", "unobtainium", "label", "x", "grams", 1, "centsPerKg", 1))
                .post("/api/v1/lots")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/material-not-known"));
    }

    @Test
    void aLotWithoutWeightIsInvalid() {
        as(Role.OPERATOR)
                .body(Map.of("id", "x", "material", "http-petg", "label", "", "grams", 0, "centsPerKg", -1))
                .post("/api/v1/lots")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("grams", "label", "centsPerKg"));
    }

    @Test
    void aMaterialWithoutDensityIsInvalid() {
        as(Role.ADMIN)
                .body(PETG.replace("1.27", "0"))
                .put("/api/v1/materials")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("densityMgPerMm3"));
    }

    @Test
    void lotsAndTheirPricesAreForTheWorkshop() {
        given().get("/api/v1/lots").then().statusCode(401);
        as(Role.REQUESTER).get("/api/v1/lots").then().statusCode(403);
        as(Role.STEWARD).body(SPOOL).post("/api/v1/lots").then().statusCode(403);
        as(Role.OPERATOR).body(PETG).put("/api/v1/materials").then().statusCode(403);
    }

    private RequestSpecification as(Role role) {
        return given().auth().oauth2(tokens.of(role)).contentType(ContentType.JSON);
    }
}
