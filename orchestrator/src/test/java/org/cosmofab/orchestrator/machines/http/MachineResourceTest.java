package org.cosmofab.orchestrator.machines.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.materials.Material;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
class MachineResourceTest {
    private static final String PRINTER = """
            {"id": "http-printer", "name": "Printer", "process": "PRINT", "dialect": "MARLIN", "agent": "bench-2",
             "envelope": {"minX": 0, "minY": 0, "minZ": 0, "maxX": 250, "maxY": 210, "maxZ": 210},
             "limits": {"nozzleMax": 275, "bedMax": 110, "feedMax": 12000, "powerMax": 0, "wattsRunning": 120}}
            """;

    @Inject
    Tokens tokens;

    @Inject
    Materials materials;

    @BeforeEach
    void receiveALot() {
        MaterialId pla = new MaterialId("http-pla");
        materials.define(new Material(pla, Material.Form.FILAMENT, Map.of("en", "PLA"), 1.24, 1.75));
        materials
                .receive(new Lot(new LotId("http-pla-7"), pla, "spool", 1_000_000, Amount.microEuro(1)))
                .orThrow();
    }

    @Test
    void anAdminRegistersAMachineAndEverybodySeesThatItIsThere() {
        as(Role.ADMIN).body(PRINTER).post("/api/v1/machines").then().statusCode(200);

        Map<String, Object> seen =
                Map.of("id", "http-printer", "name", "Printer", "process", "PRINT", "state", "UNKNOWN");
        given().get("/api/v1/machines/http-printer").then().statusCode(200).body("$", equalTo(seen));
        given().get("/api/v1/machines").then().statusCode(200).body("$", hasItem(seen));
    }

    @Test
    void peopleWhoAreLoggedInSeeLimitsAgentAndWork() {
        as(Role.ADMIN).body(PRINTER).post("/api/v1/machines").then().statusCode(200);

        as(Role.REQUESTER)
                .get("/api/v1/machines/http-printer")
                .then()
                .statusCode(200)
                .body("id", equalTo("http-printer"))
                .body("machine.agent", equalTo("bench-2"))
                .body("machine.envelope.maxX", equalTo(250.0f))
                .body("live.state", equalTo("UNKNOWN"))
                .body("fraction", equalTo(0.0f));
        as(Role.REQUESTER).get("/api/v1/machines").then().statusCode(200).body("machine.agent", hasItem("bench-2"));
    }

    @Test
    void anOperatorSaysWhatIsLoaded() {
        as(Role.ADMIN).body(PRINTER).post("/api/v1/machines").then().statusCode(200);

        as(Role.OPERATOR)
                .body(Map.of("material", "http-pla", "lot", "http-pla-7"))
                .put("/api/v1/machines/http-printer/loaded")
                .then()
                .statusCode(200)
                .body("machine.loaded.lot", equalTo("http-pla-7"));
    }

    @Test
    void aLotThatIsNotHereIsNotLoaded() {
        as(Role.ADMIN).body(PRINTER).post("/api/v1/machines").then().statusCode(200);

        as(Role.OPERATOR)
                .body(Map.of("material", "http-pla", "lot", "http-pla-8"))
                .put("/api/v1/machines/http-printer/loaded")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/lot-not-here"))
                .body("detail", containsString("http-pla-8"));
    }

    @Test
    void numbersThatAreTooLargeBreakARule() {
        for (String limit : List.of("feedMax", "wattsRunning", "bedMax")) {
            as(Role.ADMIN)
                    .body(PRINTER.replaceAll("\"" + limit + "\": [0-9]+", "\"" + limit + "\": 1e999"))
                    .post("/api/v1/machines")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/machine-limits-invalid"));
        }
    }

    @Test
    void othersChangeNothing() {
        given().contentType(ContentType.JSON)
                .body(PRINTER)
                .post("/api/v1/machines")
                .then()
                .statusCode(401);
        as(Role.OPERATOR).body(PRINTER).post("/api/v1/machines").then().statusCode(403);
        as(Role.REQUESTER)
                .body(Map.of("material", "pla", "lot", "pla-7"))
                .put("/api/v1/machines/http-printer/loaded")
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownMachineIsNotFound() {
        given().get("/api/v1/machines/nowhere")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/machine-unknown"));
        given().get("/api/v1/machines/Not.An.Id")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/machine-unknown"));
    }

    @Test
    void aDescriptionWithoutEnvelopeIsInvalid() {
        as(Role.ADMIN)
                .body("{\"id\": \"http-printer\", \"name\": \"\"}")
                .post("/api/v1/machines")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/request-invalid"))
                .body("violations.field", hasItems("agent", "dialect", "envelope", "limits", "name", "process"));
        as(Role.ADMIN)
                .body(PRINTER.replace("http-printer", "Not.An.Id"))
                .post("/api/v1/machines")
                .then()
                .statusCode(400)
                .body("detail", containsString("id"));
    }

    @Test
    void aControlCharacterInANameIsNamed() {
        as(Role.ADMIN)
                .body(PRINTER.replace("\"Printer\"", "\"Prin\\u0000ter\""))
                .post("/api/v1/machines")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/json-malformed"))
                .body("detail", containsString("the field name holds a control character; leave it out"));
        given().urlEncodingEnabled(false)
                .get("/api/v1/machines/a%00b")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void anEnvelopeInsideOutBreaksARule() {
        as(Role.ADMIN)
                .body(PRINTER.replace("\"maxX\": 250", "\"maxX\": -250"))
                .post("/api/v1/machines")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/machine-limits-invalid"));
    }

    private RequestSpecification as(Role role) {
        return given().auth().oauth2(tokens.of(role)).contentType(ContentType.JSON);
    }
}
