package org.cosmofab.orchestrator.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The floor follows the workshop by itself, says so when it cannot, and listens once, and only while it is seen. */
@QuarkusTest
@TestProfile(Stage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveInBrowserTest {
    /** Counts the streams that are open, and lets a test say whether the page is hidden. */
    private static final String COUNTING = """
            window.streams = 0;
            const Real = window.EventSource;
            window.EventSource = class extends Real {
              constructor(address) { super(address); window.streams++; window.last = this; }
              close() { if (this.readyState !== 2) window.streams--; super.close(); }
            };
            window.away = false;
            Object.defineProperty(document, "hidden", { get: () => window.away });
            window.see = (away) => { window.away = away; document.dispatchEvent(new Event("visibilitychange")); };
            """;

    @Inject
    StagedWorkshop workshop;

    @TestHTTPResource
    URI root;

    private Browser browser;
    private BrowserContext context;
    private Page page;

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
    void open() {
        workshop.set();
        context = browser.open(Browser.Eyes.WIDE, root.toString());
        context.addInitScript(COUNTING);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
        workshop.heard(StagedShop.LASER_2, LiveState.State.UNKNOWN, false, Optional.empty(), 0);
    }

    @Test
    void theFloorChangesWithoutBeingLoadedAgain() {
        live();
        page.evaluate("window.sameDocument = true");

        workshop.heard(StagedShop.LASER_2, LiveState.State.ALARM, false, Optional.empty(), 0);

        assertThat(page.locator("article", new Page.LocatorOptions().setHasText("Laser 2")))
                .containsText("Alarm");
        page.waitForFunction("window.sameDocument === true && window.streams === 1");
    }

    @Test
    void aStreamThatIsLostShowsSinceWhen() {
        live();

        page.route("**/floor/changes", route -> route.abort());
        page.evaluate("window.last.dispatchEvent(new Event('error'))");

        assertThat(page.locator(".stream")).hasText("not live since 14:02");
        assertThat(page.locator("body")).hasClass(Pattern.compile("lost"));

        page.unroute("**/floor/changes");
        assertThat(page.locator(".stream")).hasText("");
    }

    @Test
    void aPageThatNobodySeesHoldsNoStreamAndAnOpenOneHoldsOne() {
        live();

        page.evaluate("window.see(true)");
        page.waitForFunction("window.streams === 0");
        page.evaluate("window.see(true); window.see(false); window.see(false)");

        page.waitForFunction("window.streams === 1");
    }

    @Test
    void aPageThatIsOpenedInTheBackgroundWaitsUntilItIsSeen() {
        context.addInitScript("window.away = true");
        page.navigate("/");
        page.waitForLoadState();
        page.waitForFunction("window.streams === 0");
        page.evaluate("window.see(true)");
        page.waitForFunction("window.streams === 0");

        page.evaluate("window.see(false)");

        page.waitForFunction("window.streams === 1");
    }

    private void live() {
        page.navigate("/");
        page.waitForFunction("document.body.classList.contains('live')");
    }
}
