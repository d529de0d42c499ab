package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page as people see it: wide and on a phone, light and dark, in English and French. Nobody is shut out, nothing is
 * reported in the console, nothing is wider than a phone. The pictures are kept in target/reports/screenshots.
 */
@QuarkusTest
@TestProfile(Stage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {
    @Inject
    StagedWorkshop workshop;

    @TestHTTPResource
    URI root;

    private Browser browser;
    private final Map<String, BrowserContext> contexts = new HashMap<>();

    /** A page, and who looks at it; nobody if the login is empty. */
    record Sight(String name, String login, Function<StagedWorkshop, String> path) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Sight> sights() {
        return List.of(
                new Sight("floor", StagedPeople.OPERATOR, w -> "/"),
                new Sight("floor-of-anybody", "", w -> "/"),
                new Sight("login", "", w -> "/login?to=/orders"),
                new Sight("designs", "", w -> "/designs"),
                new Sight("design", "", w -> "/designs/parts-tray"),
                new Sight("design-to-order", StagedPeople.FIRM, w -> "/designs/spool-gauge"),
                new Sight("instructions", "", w -> "/designs/spool-gauge/instructions"),
                new Sight("quote", StagedPeople.FIRM, w -> "/quotes/" + w.open.id()),
                new Sight("quote-suggested", StagedPeople.OPERATOR, w -> "/quotes/" + w.suggested.id()),
                new Sight("quote-expired", StagedPeople.FIRM, w -> "/quotes/" + w.expired.id()),
                new Sight("orders", StagedPeople.OPERATOR, w -> "/orders"),
                new Sight("orders-own", StagedPeople.NEIGHBOUR, w -> "/orders"),
                new Sight("order-distributed", StagedPeople.FIRM, w -> "/orders/" + w.distributed.number()),
                new Sight("order-to-be-paid", StagedPeople.OPERATOR, w -> "/orders/" + w.settled.number()),
                new Sight("order-making", StagedPeople.FIRM, w -> "/orders/" + w.making.number()),
                new Sight("order-stuck", StagedPeople.OPERATOR, w -> "/orders/" + w.stuck.number()),
                new Sight("order-waiting", StagedPeople.NEIGHBOUR, w -> "/orders/" + w.placed.number()),
                new Sight("order-cancelled", StagedPeople.NEIGHBOUR, w -> "/orders/" + w.cancelled.number()),
                new Sight("books", "", w -> "/books"),
                new Sight("passport", "", w -> "/passports/" + w.distributed.id()),
                new Sight("rules", "", w -> "/rules"),
                new Sight("source", "", w -> "/source"),
                new Sight("problem-kind", "", w -> "/problems/machine-in-work"),
                new Sight("not-found", "", w -> "/nothing-here"));
    }

    static Stream<Arguments> everySightWithAllEyes() {
        return sights().stream()
                .flatMap(sight -> Stream.of(Browser.Eyes.values()).map(eyes -> Arguments.of(sight, eyes)));
    }

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void set() {
        workshop.set();
    }

    @ParameterizedTest
    @MethodSource("everySightWithAllEyes")
    void everybodyCanUseThePage(Sight sight, Browser.Eyes eyes) {
        BrowserContext context = contexts.computeIfAbsent(eyes + " " + sight.login(), key -> enter(eyes, sight));
        try (Page page = context.newPage()) {
            List<String> complaints =
                    Browser.complaints(page, said -> sight.name().equals("not-found") && said.contains("404"));
            page.navigate(sight.path().apply(workshop));
            page.waitForLoadState(LoadState.LOAD);

            Browser.keepAndCheck(page, sight.name(), eyes);
            assertThat(complaints).as("console").isEmpty();
        }
    }

    private BrowserContext enter(Browser.Eyes eyes, Sight sight) {
        BrowserContext context = browser.open(eyes, root.toString());
        if (!sight.login().isEmpty()) {
            try (Page page = context.newPage()) {
                page.navigate("/login");
                page.locator("#login").fill(sight.login());
                page.locator("#password").fill(StagedPeople.PASSWORD);
                page.locator("main button").click();
                page.waitForURL("**/");
            }
        }
        return context;
    }
}
