package org.cosmofab.orchestrator.web;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Stage.class)
class PagesTest {
    @Inject
    StagedWorkshop workshop;

    @BeforeEach
    void set() {
        workshop.set();
    }

    @Test
    void theFloorIsThere() {
        given().accept("text/html").get("/").then().statusCode(200).log().all();
    }
}
