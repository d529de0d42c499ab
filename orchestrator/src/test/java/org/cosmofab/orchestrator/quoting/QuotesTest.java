package org.cosmofab.orchestrator.quoting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.ADA;
import static org.cosmofab.orchestrator.making.Samples.BOB;
import static org.cosmofab.orchestrator.making.Samples.LAMP;
import static org.cosmofab.orchestrator.making.Samples.PLA;
import static org.cosmofab.orchestrator.making.Samples.PLYWOOD;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.catalog.FakeCatalog;
import org.cosmofab.orchestrator.kernel.DesignVersionId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.kernel.Result;
import org.cosmofab.orchestrator.kernel.Use;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.making.TestTime;
import org.cosmofab.orchestrator.materials.MaterialRefusal;
import org.cosmofab.orchestrator.materials.Materials;
import org.cosmofab.orchestrator.materials.Stock;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.preparation.FakePreparation;
import org.cosmofab.orchestrator.preparation.PreparationRefusal;
import org.cosmofab.orchestrator.settlement.FakeSettlement;
import org.cosmofab.orchestrator.settlement.Quantities;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class QuotesTest {
    @Inject
    Quotes quotes;

    @Inject
    Orders orders;

    @Inject
    Materials materials;

    @Inject
    FakeSettlement settlement;

    @Inject
    FakePreparation preparation;

    @Inject
    FakeCatalog catalog;

    @Inject
    TestTime time;

    @Inject
    Tokens tokens;

    @BeforeEach
    void reset() {
        Bench.reset();
    }

    @Test
    void aQuoteCountsEveryCopyOfEveryPart() {
        ask(2);

        // Ten minutes for each; the shade once, the foot twice for one lamp; 120 W while it runs.
        assertThat(settlement.asked())
                .contains(new Quantities(List.of(
                        new Quantities.Line("shade", Samples.PRINTER, 1200, PLA, Samples.SPOOL, 24_000, 40, false, 600),
                        new Quantities.Line(
                                "foot", Samples.LASER, 2400, PLYWOOD, Samples.SHEETS, 48_000, 80, false, 1200))));
    }

    @Test
    void aQuoteIsKeptAsItWasGiven() {
        Quote quote = ask(1);

        assertThat(quotes.find(quote.id())).contains(quote);
        assertThat(quote.validUntil()).isEqualTo(quote.askedAt().plus(Duration.ofDays(7)));
        assertThat(quote.statement().total().toString()).isEqualTo("1800.000000 EUR");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aQuantityOutOfRangeIsRefused(int quantity) {
        assertThat(refusal(quotes.ask(ADA, LAMP, quantity, Use.COMMERCIAL)).kind())
                .isEqualTo(QuoteRefusal.QUANTITY_OUT_OF_RANGE);
    }

    @Test
    void aDesignThatIsNotHereIsRefused() {
        DesignVersionId other = new DesignVersionId("d".repeat(64));

        assertThat(refusal(quotes.ask(ADA, other, 1, Use.COMMERCIAL)).kind()).isEqualTo(QuoteRefusal.DESIGN_NOT_HERE);
    }

    @Test
    void aPartyThatIsNotKnownIsRefused() {
        PartyId stranger = new PartyId("p-stranger");

        assertThat(refusal(quotes.ask(stranger, LAMP, 1, Use.COMMERCIAL)).kind())
                .isEqualTo(QuoteRefusal.REQUESTER_NOT_KNOWN);
    }

    @Test
    void aPartWithoutAMachineIsNamed() {
        Refusal refusal = refusal(quotes.ask(ADA, design("hinge", Process.MILL, PLYWOOD), 1, Use.COMMERCIAL));

        assertThat(refusal.kind()).isEqualTo(QuoteRefusal.NO_MACHINE_FOR_PART);
        assertThat(refusal.detail()).contains("hinge").contains("MILL");
    }

    @Test
    void aRefusedProgramSaysWhichPartAndWhy() {
        preparation.refuse(
                "foot",
                Refusal.of(PreparationRefusal.PROGRAM_UNSAFE, "line 12: X300 is off the bed")
                        .with("line", 12));

        Refusal refusal = refusal(quotes.ask(ADA, LAMP, 1, Use.COMMERCIAL));

        assertThat(refusal.kind()).isEqualTo(PreparationRefusal.PROGRAM_UNSAFE);
        assertThat(refusal.detail()).isEqualTo("foot: line 12: X300 is off the bed");
        assertThat(refusal.facts()).containsEntry("line", 12).containsEntry("part", "foot");
    }

    @Test
    void aMaterialThatIsShortSaysHowMuch() {
        // A kilogram is there; a hundred lamps take 1.2 kg for their shades.
        Refusal refusal = refusal(quotes.ask(ADA, LAMP, 100, Use.COMMERCIAL));

        assertThat(refusal.kind()).isEqualTo(MaterialRefusal.MATERIAL_SHORT);
        assertThat(refusal.facts()).containsEntry("missingMilligrams", 200_000L).containsEntry("part", "shade");
    }

    @Test
    void aMaterialThatNobodyHasIsRefused() {
        DesignVersionId gold = design("ring", Process.PRINT, new MaterialId("gold"));

        assertThat(refusal(quotes.ask(ADA, gold, 1, Use.COMMERCIAL)).kind())
                .isEqualTo(MaterialRefusal.MATERIAL_NOT_KNOWN);
    }

    @Test
    void whatTheLicenceRefusesIsHandedOn() {
        Refusal no = Refusal.of(QuoteRefusal.QUOTE_UNKNOWN, "the licence does not allow this");
        settlement.refuse(Optional.of(no));

        assertThat(refusal(quotes.ask(ADA, LAMP, 1, Use.COMMERCIAL))).isEqualTo(no);
    }

    @Test
    void acceptingPlacesOneOrderAndReserves() {
        Quote quote = ask(2);

        Order order = quotes.accept(quote.id(), ADA).orThrow();
        Order again = quotes.accept(quote.id(), ADA).orThrow();

        assertThat(order.pricedBy()).contains(new Order.PricedBy("tariff-1", "policy-1"));

        assertThat(again).isEqualTo(order);
        assertThat(order.promisedAt()).isEqualTo(quote.promisedAt());
        assertThat(reserved()).isEqualTo(Map.of("pla", 24_000L, "plywood-4", 48_000L));
    }

    @Test
    void aQuoteThatExpiredIsRefusedButAnAcceptedOneAnswersItsOrder() {
        Quote late = ask(1);
        Quote inTime = ask(1);
        Order order = quotes.accept(inTime.id(), ADA).orThrow();
        time.pass(Duration.ofDays(7).plusSeconds(1));

        assertThat(refusal(quotes.accept(late.id(), ADA)).kind()).isEqualTo(QuoteRefusal.QUOTE_EXPIRED);
        assertThat(quotes.accept(inTime.id(), ADA).orThrow()).isEqualTo(order);
    }

    @Test
    void somebodyElsesQuoteIsUnknown() {
        assertThat(refusal(quotes.accept(ask(1).id(), BOB)).kind()).isEqualTo(QuoteRefusal.QUOTE_UNKNOWN);
        assertThat(refusal(quotes.accept(new QuoteId(new UUID(8, 8)), BOB)).kind())
                .isEqualTo(QuoteRefusal.QUOTE_UNKNOWN);
    }

    @Test
    void whenTheMaterialIsGoneMeanwhileNothingIsLeftBehind() {
        Quote quote = ask(10);
        materials.used(Samples.SHEETS, 900_000, new OrderId(new UUID(4, 4)), "somebody cut without asking");

        Refusal refusal = refusal(quotes.accept(quote.id(), ADA));

        assertThat(refusal.kind()).isEqualTo(MaterialRefusal.MATERIAL_SHORT);
        assertThat(orders.newest(Long.MAX_VALUE, 100)).isEmpty();
        assertThat(reserved().values()).containsOnly(0L);
    }

    @Test
    void whatIsReservedIsFreeAgainWhenTheOrderIsGivenUp() {
        Order order = quotes.accept(ask(1).id(), ADA).orThrow();
        orders.cancel(order.id()).orThrow();

        assertThat(reserved().values()).containsOnly(0L);
    }

    @Test
    void whatIsReservedAndNotUsedIsFreeAgainWhenTheOrderIsMade() {
        Order order = quotes.accept(ask(1).id(), ADA).orThrow();
        for (Operation operation : order.operations()) {
            orders.operation(operation.id(), Operation.Stage.ASSIGNED).orThrow();
            orders.operation(operation.id(), Operation.Stage.DONE).orThrow();
        }

        assertThat(reserved().values()).containsOnly(0L);
    }

    @Test
    void overHttpAQuoteBecomesAnOrder() {
        String path = ada().body(wish(1))
                .post("/api/v1/quotes")
                .then()
                .statusCode(201)
                .body("requester", equalTo("p-ada"))
                .body("statement.total.shown", equalTo("1800.000000"))
                .extract()
                .header("Location");
        String quote = path.substring(path.indexOf("/api"));

        ada().get(quote).then().statusCode(200).body("quantity", equalTo(1));
        ada().post(quote + "/order").then().statusCode(201).body("stage", equalTo("PLACED"));
        ada().post(quote + "/order").then().statusCode(201);
        as(tokens.of(BOB, Role.REQUESTER)).get(quote).then().statusCode(404);
        assertThat(orders.newest(Long.MAX_VALUE, 100)).hasSize(1);
    }

    @Test
    void overHttpBadWishesAreNamed() {
        ada().body(wish(501))
                .post("/api/v1/quotes")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/quantity-out-of-range"))
                .body("detail", startsWith("a quote is for 1 to 500"));
        ada().body(Map.of("design", "not a hash", "quantity", 1, "use", "COMMERCIAL"))
                .post("/api/v1/quotes")
                .then()
                .statusCode(400);
        ada().body(Map.of("design", LAMP.value(), "quantity", 1, "use", "COMMERCIAL", "requester", "p-bob"))
                .post("/api/v1/quotes")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(wish(1))
                .post("/api/v1/quotes")
                .then()
                .statusCode(401);
    }

    private Quote ask(int quantity) {
        return quotes.ask(ADA, LAMP, quantity, Use.NON_COMMERCIAL).orThrow();
    }

    private Map<String, Long> reserved() {
        return java.util.stream.Stream.of(Samples.PLA, Samples.PLYWOOD)
                .map(materials::stock)
                .collect(java.util.stream.Collectors.toMap(
                        stock -> stock.material().value(), Stock::reservedMilligrams));
    }

    private DesignVersionId design(String part, Process process, MaterialId material) {
        DesignVersion lamp = Samples.lamp();
        DesignVersionId id = new DesignVersionId("e".repeat(64));
        catalog.put(new DesignVersion(
                id,
                part,
                lamp.version(),
                lamp.titles(),
                lamp.descriptions(),
                lamp.licence(),
                lamp.licenceClass(),
                List.of(Samples.part(part, process, material, 1)),
                lamp.contributions(),
                lamp.parents(),
                lamp.pictures(),
                lamp.instructions(),
                lamp.publishedAt()));
        return id;
    }

    private RequestSpecification ada() {
        return as(tokens.of(ADA, Role.REQUESTER));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static Map<String, Object> wish(int quantity) {
        return Map.of("design", LAMP.value(), "quantity", quantity, "use", "NON_COMMERCIAL");
    }

    private static Refusal refusal(Result<?> result) {
        return result.fold(
                done -> {
                    throw new AssertionError("not refused: " + done);
                },
                no -> no);
    }
}
