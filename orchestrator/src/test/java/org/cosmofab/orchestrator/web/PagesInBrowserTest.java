package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private static final Path SCREENSHOTS = Path.of("target", "reports", "screenshots");

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
            List<String> complaints = complaints(page, sight);
            page.navigate(sight.path().apply(workshop));
            page.waitForLoadState(LoadState.LOAD);

            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(sight.name() + "." + eyes.label() + ".png"))
                    .setFullPage(true));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(eyes.french() ? "fr" : "en");
            assertThat(complaints).as("console").isEmpty();
            assertThat(violations(page)).as("accessibility").isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width")
                    .isLessThanOrEqualTo((int) page.evaluate("window.innerWidth"));
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

    private static List<String> complaints(Page page, Sight sight) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            boolean meant = sight.name().equals("not-found") && message.text().contains("404");
            if (!meant && (message.type().equals("error") || message.type().equals("warning"))) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(PagesInBrowserTest::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
