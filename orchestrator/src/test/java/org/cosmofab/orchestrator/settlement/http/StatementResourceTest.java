package org.cosmofab.orchestrator.settlement.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.settlement.Settlement;
import org.cosmofab.orchestrator.settlement.SettlementTest;
import org.cosmofab.orchestrator.settlement.SimulatedRooms;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
@TestProfile(SettlementTest.Alone.class)
class StatementResourceTest {
    private final Tokens tokens;
    private final Settlement settlement;
    private final SimulatedRooms rooms;
    private final Parties parties;
    private PartyId firm;
    private Order order;

    @Inject
    StatementResourceTest(Tokens tokens, Settlement settlement, SimulatedRooms rooms, Parties parties) {
        this.tokens = tokens;
        this.settlement = settlement;
        this.rooms = rooms;
        this.parties = parties;
    }

    @BeforeEach
    void place() {
        firm = parties.newId();
        Party party = new Party(firm, Party.Kind.FIRM, "Extracto SA", Standing.FOR_PROFIT, true);
        parties.register(party).orThrow();
        order = rooms.placeAcceptanceOrder(party);
    }

    @Test
    void theRequesterReadsWhatItCostAndWhereEachCentGoes() {
        settlement.settle(order.id()).orThrow();

        requester(firm)
                .get(path("statement"))
                .then()
                .statusCode(200)
                .body("total.shown", equalTo("31.700000"))
                .body("lines", hasSize(4))
                .body("decision.rule", equalTo(4))
                .body("decision.enforceability", equalTo("MEMBERSHIP"))
                .body("shares.party", hasItem("dina"))
                .body("shares[0].level", equalTo(null))
                .body("shares[1].amount.minorUnits", equalTo(765_000));
    }

    @Test
    void anOperatorReadsAnybodysStatement() {
        settlement.settle(order.id()).orThrow();

        as(Role.OPERATOR).get(path("statement")).then().statusCode(200);
    }

    @Test
    void aDesignerWhoOrderedReadsTheStatement() {
        settlement.settle(order.id()).orThrow();

        given().auth()
                .oauth2(tokens.of(firm, Role.DESIGNER))
                .get(path("statement"))
                .then()
                .statusCode(200);
    }

    @Test
    void somebodyElseIsNotToldThatTheOrderIsThere() {
        settlement.settle(order.id()).orThrow();
        PartyId other = parties.newId();
        parties.register(new Party(other, Party.Kind.PERSON, "Else", Standing.COMMONER, true))
                .orThrow();

        requester(other).get(path("statement")).then().statusCode(404).body("type", equalTo("/problems/order-unknown"));
    }

    @Test
    void nobodyReadsOrPaysWithoutALogin() {
        given().get(path("statement")).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("amountCents", 3170))
                .post(path("payments"))
                .then()
                .statusCode(401);
    }

    @Test
    void aRequesterDoesNotRecordPayments() {
        requester(firm)
                .body(Map.of("amountCents", 3170))
                .post(path("payments"))
                .then()
                .statusCode(403);
    }

    @Test
    void anOrderThatIsNotSettledHasNoStatementYet() {
        requester(firm)
                .get(path("statement"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/order-not-settled"));
    }

    @Test
    void anOperatorRecordsThePaymentAndIsNamed() {
        settlement.settle(order.id()).orThrow();

        as(Role.OPERATOR)
                .body(Map.of("amountCents", 3170))
                .post(path("payments"))
                .then()
                .statusCode(200)
                .body("recordedBy", startsWith("test-"))
                .body("statement.total.minorUnits", equalTo(31_700_000));
    }

    @Test
    void aWrongAmountIsAnsweredWithWhatIsDue() {
        settlement.settle(order.id()).orThrow();

        as(Role.ADMIN)
                .body(Map.of("amountCents", 3169))
                .post(path("payments"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/payment-not-what-is-due"))
                .body("dueCents", equalTo(3170));
    }

    @Test
    void aPaymentWithoutAnAmountIsMalformed() {
        as(Role.OPERATOR).body(Map.of()).post(path("payments")).then().statusCode(400);
        as(Role.OPERATOR)
                .body(Map.of("amountCents", -1))
                .post(path("payments"))
                .then()
                .statusCode(400);
    }

    @Test
    void onlyStewardsAndAdminsPayOut() {
        as(Role.OPERATOR).post("/api/v1/books/payouts").then().statusCode(403);
        as(Role.STEWARD).post("/api/v1/books/payouts").then().statusCode(200);
    }

    @Test
    void anUnknownOrderIsNotFound() {
        as(Role.OPERATOR)
                .get("/api/v1/orders/" + UUID.randomUUID() + "/statement")
                .then()
                .statusCode(404);
    }

    private String path(String what) {
        return "/api/v1/orders/" + order.id() + "/" + what;
    }

    private RequestSpecification as(Role... roles) {
        return given().auth().oauth2(tokens.of(roles)).contentType(ContentType.JSON);
    }

    private RequestSpecification requester(PartyId party) {
        return given().auth().oauth2(tokens.of(party, Role.REQUESTER)).contentType(ContentType.JSON);
    }
}
