package org.cosmofab.orchestrator.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.orders.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages answer, to whom, in which language. */
@QuarkusTest
@TestProfile(Stage.class)
class PagesTest {
    private static final int BYTES_MAX = 100_000;

    @Inject
    StagedWorkshop workshop;

    @Inject
    Visitors visitors;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void set() {
        visitors.come(root);
        workshop.set();
    }

    static List<PagesInBrowserTest.Sight> sights() {
        return PagesInBrowserTest.sights().stream()
                .filter(sight -> !sight.name().equals("not-found"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sights")
    void everyPageAnswersInBothLanguagesAndIsLight(PagesInBrowserTest.Sight sight) {
        for (String language : List.of("en", "fr")) {
            Response answer = visitors.as(sight.login())
                    .header("Accept-Language", language)
                    .get(sight.path().apply(workshop));

            answer.then()
                    .statusCode(200)
                    .contentType("text/html")
                    .body(containsString("<html lang=\"" + language + "\">"))
                    .header("Cache-Control", containsString("no-cache"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin")
                    .header(
                            "Content-Security-Policy",
                            allOf(containsString("default-src 'self'"), not(containsString("unsafe"))));
            assertThat(answer.asString()).doesNotContain(" style=").doesNotContain("NOT_FOUND");
            assertThat(zipped(answer.asString() + asset("cosmofab.css") + asset("live.js")))
                    .isLessThan(BYTES_MAX);
        }
    }

    @Test
    void theLanguageIsWhatTheBrowserAsksForUntilAPersonChooses() {
        page().header("Accept-Language", "fr-CA,fr;q=0.9,en;q=0.5")
                .get("/")
                .then()
                .body(containsString("<h1 data-at=\"14:02\">Atelier</h1>"));
        page().header("Accept-Language", "de,it").get("/").then().body(containsString(">Floor</h1>"));

        Response chosen = visitors.nobody().get("/language/fr?to=/books?before=3");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.header("Location")).endsWith("/books?before=3");
        page().header("Accept-Language", "en")
                .cookies(chosen.cookies())
                .get("/")
                .then()
                .body(containsString(">Atelier</h1>"));
        page().header("Accept-Language", "en")
                .cookies(chosen.cookies())
                .get("/nowhere")
                .then()
                .statusCode(404)
                .body(containsString("<h1>Introuvable</h1>"));
    }

    @Test
    void choosingALanguageLeadsToOurOwnPagesOnly() {
        assertThat(visitors.nobody().get("/language/fr?to=//evil.example").header("Location"))
                .endsWith(":" + visitors.port() + "/");
        page().get("/language/xx").then().statusCode(404);
    }

    @Test
    void whoHasToLogInIsLedThereAndBack() {
        Response led = page().get("/orders/" + workshop.distributed.number());
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.header("Location")).endsWith("/login?to=%2Forders%2F" + workshop.distributed.number());

        page().urlEncodingEnabled(false)
                .get(led.header("Location"))
                .then()
                .body(containsString("name=\"to\" value=\"/orders/" + workshop.distributed.number() + "\""));
    }

    @Test
    void programsAreToldInsteadOfLed() {
        given().redirects()
                .follow(false)
                .accept("application/json")
                .get("/api/v1/orders")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aWrongPasswordKeepsTheNameAndSaysWhy() {
        Response refused = visitors.logIn("odile<script>", "wrong", "/books");

        refused.then()
                .statusCode(403)
                .body(containsString("value=\"odile&lt;script&gt;\""))
                .body(containsString("name or password is wrong"))
                .body(containsString("value=\"/books\""))
                .body(not(containsString("<script>")));
        assertThat(refused.cookies()).isEmpty();
    }

    @Test
    void tooManyTriesHaveToWait() {
        for (int i = 0; i < 5; i++) {
            visitors.logIn("somebody", "wrong " + i, "/").then().statusCode(403);
        }

        Response refused = visitors.logIn("somebody", "right at last", "/");

        refused.then().statusCode(429).body(containsString("too many tries"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void theRightPasswordLeadsOnAndLoggingOutEndsIt() {
        Response in = visitors.logIn(StagedPeople.FIRM, StagedPeople.PASSWORD, "/orders");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.header("Location")).endsWith(":" + visitors.port() + "/orders");
        page().cookies(in.cookies()).get("/orders").then().statusCode(200).body(containsString("Log out"));

        Response out =
                page().cookies(in.cookies()).header("Origin", visitors.origin()).post("/logout");

        assertThat(out.statusCode()).isEqualTo(303);
        page().cookies(in.cookies()).get("/orders").then().statusCode(303);
    }

    @Test
    void loggingInLeadsToOurOwnPagesOnly() {
        for (String trick : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "/login?to=/login")) {
            assertThat(visitors.logIn(StagedPeople.FIRM, StagedPeople.PASSWORD, trick)
                            .header("Location"))
                    .endsWith(":" + visitors.port() + "/");
        }
    }

    @Test
    void somebodyElsesOrderLooksLikeNone() {
        String theirs = visitors.as(StagedPeople.NEIGHBOUR)
                .header("Accept-Language", "fr")
                .get("/orders/" + workshop.distributed.number())
                .then()
                .statusCode(404)
                .body(containsString("Commande inconnue"))
                .extract()
                .asString();
        String none = visitors.as(StagedPeople.NEIGHBOUR)
                .header("Accept-Language", "fr")
                .get("/orders/99999")
                .then()
                .statusCode(404)
                .extract()
                .asString();

        assertThat(theirs.replace(String.valueOf(workshop.distributed.number()), "n"))
                .isEqualTo(none.replace("99999", "n"));
        visitors.as(StagedPeople.NEIGHBOUR)
                .get("/quotes/" + workshop.open.id())
                .then()
                .statusCode(404);
        visitors.as(StagedPeople.NEIGHBOUR).get("/orders").then().body(not(containsString("Extracto")));
    }

    @Test
    void whatIsNotThereIsSaidCalmly() {
        for (String path : List.of(
                "/nothing",
                "/orders/x",
                "/designs/none",
                "/passports/" + UUID.randomUUID(),
                "/quotes/nonsense",
                "/assets/none.css")) {
            visitors.as(StagedPeople.OPERATOR)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .body(containsString("Back to the floor"));
        }
        page().get("/passports/" + workshop.making.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/machines/No Machine/clear",
                "/machines/no.machine/stop",
                "/machines/x/clear",
                "/attempts/x/cancel"
            })
    void whatCannotBeThereIsNotFoundEither(String path) {
        visitors.own(visitors.as(StagedPeople.OPERATOR))
                .post(path)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("Back to the floor"));
    }

    @Test
    void whatIsNotSettledIsNotPaid() {
        visitors.own(visitors.as(StagedPeople.OPERATOR))
                .post("/orders/" + workshop.making.number() + "/payment")
                .then()
                .statusCode(409)
                .body(containsString("Order not settled yet"));
    }

    @Test
    void whoPressedAButtonIsBackWhereItIs() {
        Order order = workshop.fail(workshop.orderBy(StagedPeople.NEIGHBOUR_PARTY));
        String stuck = "/orders/" + order.number();
        String attempt = Pattern.compile("/attempts/[0-9a-f-]{36}/retry")
                .matcher(visitors.as(StagedPeople.OPERATOR).get(stuck).asString())
                .results()
                .findFirst()
                .orElseThrow()
                .group();

        Response pressed = visitors.own(visitors.as(StagedPeople.OPERATOR))
                .header("Referer", visitors.origin() + stuck)
                .post(attempt);

        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.header("Location")).endsWith(":" + visitors.port() + stuck);
    }

    @Test
    void everyKindOfProblemHasAPageOfItsOwn() {
        page().get("/problems/order-in-work")
                .then()
                .statusCode(200)
                .body(containsString("<h1>Order in work</h1>"))
                .body(containsString("<em>Remedy</em>"))
                .body(not(containsString("*Cause*")));
        page().header("Accept-Language", "fr")
                .get("/problems/order-in-work")
                .then()
                .body(containsString("<h1>Commande en fabrication</h1>"))
                .body(containsString("Une machine y travaille"))
                .body(containsString("<div lang=\"en\">"));
        page().get("/problems/no-such-problem").then().statusCode(404);
        page().get("/nothing").then().body(containsString("href=\"/problems/not-found\""));
    }

    @Test
    void onlyWhoWorksHereWorksTheMachines() {
        String clear = "/machines/laser-1/clear";
        visitors.own(visitors.as(StagedPeople.NEIGHBOUR))
                .post(clear)
                .then()
                .statusCode(403)
                .body(containsString("Not allowed"));
        Response led =
                visitors.own(page()).header("Referer", visitors.origin() + "/").post(clear);
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.header("Location")).endsWith("/login?to=%2F");
    }

    @Test
    void whatAMachineCannotBeToldIsExplained() {
        visitors.own(visitors.as(StagedPeople.OPERATOR))
                .header("Accept-Language", "fr")
                .post("/machines/printer-1/clear")
                .then()
                .statusCode(409)
                .body(containsString("Machine au travail"))
                .body(containsString("lang=\"en\">"));
    }

    @Test
    void anotherSitesFormChangesNothing() {
        Order order = workshop.orderBy(StagedPeople.NEIGHBOUR_PARTY);

        visitors.as(StagedPeople.NEIGHBOUR)
                .header("Origin", "https://evil.example")
                .post("/orders/" + order.number() + "/cancel")
                .then()
                .statusCode(403)
                .body(containsString("another site"));
        visitors.as(StagedPeople.NEIGHBOUR)
                .post("/orders/" + order.number() + "/cancel")
                .then()
                .statusCode(403);

        visitors.as(StagedPeople.NEIGHBOUR)
                .get("/orders/" + order.number())
                .then()
                .body(not(containsString("was cancelled")));
    }

    @Test
    void aRequesterGivesAnOrderUp() {
        Order order = workshop.orderBy(StagedPeople.NEIGHBOUR_PARTY);

        visitors.own(visitors.as(StagedPeople.NEIGHBOUR))
                .post("/orders/" + order.number() + "/cancel")
                .then()
                .statusCode(303);

        visitors.as(StagedPeople.NEIGHBOUR)
                .get("/orders/" + order.number())
                .then()
                .body(containsString("This order was cancelled"));
        visitors.own(visitors.as(StagedPeople.NEIGHBOUR))
                .post("/orders/" + workshop.making.number() + "/cancel")
                .then()
                .statusCode(404);
        visitors.own(visitors.as(StagedPeople.FIRM))
                .post("/orders/" + workshop.making.number() + "/cancel")
                .then()
                .statusCode(409)
                .body(containsString("Order in work"));
    }

    @Test
    void aQuoteThatCannotBeKeepsWhatWasTyped() {
        RequestSpecification firm = visitors.own(visitors.as(StagedPeople.FIRM));
        firm.formParam("quantity", "7")
                .formParam("use", "COMMERCIAL")
                .post("/designs/cable-rail/quote")
                .then()
                .statusCode(422)
                .body(containsString("Licence does not allow this use"))
                .body(containsString("value=\"7\""))
                .body(containsString("value=\"COMMERCIAL\" selected"));
        visitors.own(visitors.as(StagedPeople.FIRM))
                .header("Accept-Language", "fr")
                .formParam("quantity", "a lot")
                .formParam("use", "COMMERCIAL")
                .post("/designs/cable-rail/quote")
                .then()
                .statusCode(422)
                .body(containsString("indiquez un nombre"))
                .body(containsString("value=\"a lot\""));
        visitors.own(visitors.as(StagedPeople.OPERATOR))
                .formParam("quantity", "1")
                .formParam("use", "COMMERCIAL")
                .post("/designs/cable-rail/quote")
                .then()
                .statusCode(422)
                .body(containsString("belongs to no person or firm"));
    }

    @Test
    void fromAQuoteToAnOrderAndItsPayment() {
        Response quoted = visitors.own(visitors.as(StagedPeople.FIRM))
                .formParam("quantity", "2")
                .formParam("use", "COMMERCIAL")
                .post("/designs/spool-gauge/quote");
        assertThat(quoted.statusCode()).isEqualTo(303);
        String quote = quoted.header("Location");
        visitors.own(visitors.as(StagedPeople.STEWARD))
                .post(quote + "/order")
                .then()
                .statusCode(403);

        Response ordered = visitors.own(visitors.as(StagedPeople.FIRM)).post(quote + "/order");
        assertThat(ordered.statusCode()).isEqualTo(303);
        Response again = visitors.own(visitors.as(StagedPeople.FIRM)).post(quote + "/order");
        assertThat(again.header("Location")).isEqualTo(ordered.header("Location"));
        visitors.as(StagedPeople.FIRM).get(quote).then().body(containsString("This quote was accepted"));

        Order made = workshop.make(workshop.orderAt(ordered.header("Location")));
        String payment = "/orders/" + made.number() + "/payment";
        visitors.own(visitors.as(StagedPeople.FIRM)).post(payment).then().statusCode(403);
        visitors.as(StagedPeople.OPERATOR)
                .get(ordered.header("Location"))
                .then()
                .body(containsString("Record payment of"));
        visitors.own(visitors.as(StagedPeople.OPERATOR)).post(payment).then().statusCode(303);
        visitors.as(StagedPeople.FIRM)
                .get(ordered.header("Location"))
                .then()
                .body(containsString(">Paid<"))
                .body(not(containsString("Record payment of")));
        page().get("/passports/" + made.id()).then().statusCode(200).body(not(containsString("Extracto")));
    }

    @Test
    void anOldQuoteIsNotOrderedByAnyMore() {
        visitors.own(visitors.as(StagedPeople.FIRM))
                .post("/quotes/" + workshop.expired.id() + "/order")
                .then()
                .statusCode(409)
                .body(containsString("Quote expired"));
    }

    @Test
    void anUncertainAttemptIsDecidedByAPerson() {
        visitors.as(StagedPeople.OPERATOR).get("/").then().body(containsString("It finished well"));
        page().get("/").then().body(not(containsString("It finished well"))).body(not(containsString("<button")));
    }

    @ParameterizedTest
    @CsvSource({
        "ALARM, has stopped with an alarm, s’est arrêtée sur une alarme",
        "HOLDING, Paused, En pause",
        "WAITING_FOR_PERSON, Waits for you, Attend quelqu’un",
        "UNREACHABLE, No contact, Sans contact",
        "IDLE, Unload, À vider",
        "UNKNOWN, Nothing heard of it, Aucune nouvelle"
    })
    void everyStateOfAMachineHasItsWord(LiveState.State state, String english, String french) {
        try {
            workshop.heard(StagedShop.LASER_2, state, false, Optional.empty(), 0);

            assertThat(card("Laser 2", "en")).contains(english);
            assertThat(card("Laser 2", "fr")).contains(french);
        } finally {
            workshop.heard(StagedShop.LASER_2, LiveState.State.UNKNOWN, false, Optional.empty(), 0);
        }
    }

    /** What the floor shows people who work here of one machine. */
    private String card(String machine, String language) {
        return card(machine, language, StagedPeople.OPERATOR);
    }

    private String card(String machine, String language, String login) {
        String floor =
                visitors.as(login).header("Accept-Language", language).get("/").asString();
        return Pattern.compile("(?s)<article.*?</article>")
                .matcher(floor)
                .results()
                .map(MatchResult::group)
                .filter(card -> card.contains("<h2>" + machine + "</h2>"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void strangersSeeWhichMachinesAreFreeAndNotWhoseWorkIsOnThem() {
        String stuck = "thermal runaway";
        String title = "Parts tray";
        for (String path : List.of("/", "/floor/now")) {
            assertThat(visitors.as(StagedPeople.OPERATOR).get(path).asString())
                    .contains(title, stuck, "Order " + workshop.making.number());
            assertThat(page().get(path).asString())
                    .contains("Printer 1", "Printing", "3D printing", "done 14:38", "is for people who are known here")
                    .contains(">Busy<", "3 need a hand")
                    .doesNotContain(title, "Cable rail", "Spool gauge", "Sheet corner", stuck, "Order ", "PLA");
        }
        assertThat(card("Printer 2", "fr", ""))
                .contains("À vider", "Impression 3D")
                .doesNotContain("Terminé");
    }

    @Test
    void strangersAreToldTheSameByTheApi() {
        String machines = given().get("/api/v1/machines").asString();

        assertThat(machines)
                .contains("\"state\":\"RUNNING\"", "\"etaAt\":\"2026-09-15")
                .doesNotContain("pla-lot-7", "nozzle\":{", "\"line\":2480");
        assertThat(given().get("/api/v1/machines/printer-1").<String>path("live.attempt"))
                .isNull();
    }

    @Test
    void everyTimeSaysExactlyWhenItIs() {
        Pattern bare = Pattern.compile("\\d\\d:\\d\\d");
        for (String path : List.of(
                "/books",
                "/designs/parts-tray",
                "/orders",
                "/orders/" + workshop.distributed.number(),
                "/quotes/" + workshop.open.id(),
                "/passports/" + workshop.distributed.id())) {
            String shown = visitors.as(StagedPeople.OPERATOR)
                    .get(path)
                    .asString()
                    .replaceAll("(?s)<time datetime=\"[0-9T:-]+Z\" title=\"[^\"]+\">.*?</time>", "")
                    .replaceAll("(?s)<[^>]*>", "");

            assertThat(bare.matcher(shown).results().map(MatchResult::group))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void whoHasNoNameYetIsCalledByTheWordForIt() {
        String order = "/orders/" + workshop.distributed.number();

        visitors.as(StagedPeople.OPERATOR)
                .header("Accept-Language", "fr")
                .get(order)
                .then()
                .body(containsString("Association des communs"))
                .body(not(containsString("Commons association")))
                .body(containsString("fabriqué lun. à "));
        visitors.as(StagedPeople.OPERATOR).get(order).then().body(containsString("Commons association"));
    }

    @Test
    void whatWasQuotedForOneMachineStandsBesideWhatAnotherUsed() {
        visitors.as(StagedPeople.OPERATOR)
                .get("/orders/" + workshop.settled.number())
                .then()
                .body(containsString("Machine time, Printer 2"))
                .body(not(containsString("Machine time, Printer 1")))
                .body(not(containsString("title=\"–\"")));
    }

    @Test
    void stylesAndScriptsMayBeKeptForTheirAddressChanges() {
        String html = page().get("/").asString();
        Matcher style =
                Pattern.compile("/assets/cosmofab\\.css\\?v=[0-9a-f]{10}").matcher(html);

        assertThat(style.find()).isTrue();
        page().get(style.group())
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", containsString("max-age=31536000"));
    }

    @Test
    void theRulesAreThoseThatAreApplied() {
        String rules = page().get("/rules").asString();

        assertThat(rules).contains("id=\"rule-1\"").contains("id=\"rule-9\"").doesNotContain("id=\"rule-10\"");
        assertThat(rules).contains("cost price and 12\u202f% of it").contains("1.20\u202f€ an hour");
    }

    private RequestSpecification page() {
        return visitors.nobody();
    }

    private String asset(String name) {
        return page().get("/assets/" + name).asString();
    }

    private static int zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.size();
    }
}
