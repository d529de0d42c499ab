package org.cosmofab.orchestrator.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people click: ordering and giving up, paying, working a machine, logging in wrongly, changing the language. */
@QuarkusTest
@TestProfile(Stage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingInBrowserTest {
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
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void fromAQuoteToAnOrderThatIsGivenUpAfterItsConsequencesAreRead() {
        logIn(StagedPeople.FIRM, StagedPeople.PASSWORD, "/designs/sheet-corner");
        page.locator("#quantity").fill("2");
        page.locator("#use").selectOption("COMMERCIAL");
        page.locator("#order button").click();
        page.waitForURL("**/quotes/*");
        page.locator("form[action$='/order'] button").click();
        page.waitForURL("**/orders/*");

        Locator sure = page.locator("#cancel");
        assertThat(sure.locator("button.danger")).isHidden();
        sure.locator("summary").click();
        assertThat(sure).containsText("This cannot be undone");
        sure.locator("button.danger").click();

        assertThat(page.locator(".notice")).containsText("This order was cancelled");
        assertThat(page.locator("#cancel")).hasCount(0);
    }

    @Test
    void anOperatorRecordsAPayment() {
        Order made = workshop.make(workshop.orderOfTwoPartsBy(StagedPeople.NEIGHBOUR_PARTY));
        logIn(StagedPeople.OPERATOR, StagedPeople.PASSWORD, "/orders/" + made.number());

        page.locator("#pay summary").click();
        assertThat(page.locator("#pay")).containsText("it can be reversed, not undone");
        page.locator("#pay button").click();

        page.waitForURL("**/orders/" + made.number());
        assertThat(page.locator(".sum th").first()).hasText("Paid");
        assertThat(page.locator("#pay")).hasCount(0);
    }

    @Test
    void whatAMachineIsToldIsAnsweredOnTheFloor() {
        Order order = workshop.orderBy(StagedPeople.NEIGHBOUR_PARTY);
        try {
            workshop.run(order, LiveState.State.RUNNING);
            logIn(StagedPeople.OPERATOR, StagedPeople.PASSWORD, "/");
            press("pause", page.locator("#pause-laser-2"));

            page.locator("#cancel-laser-2").click();
            Locator card = page.locator("article", new Page.LocatorOptions().setHasText("Laser 2"));
            assertThat(card).containsText("its material is booked as the workshop’s loss");
            workshop.run(order, LiveState.State.HOLDING);
            page.navigate("/");
            press("resume", page.locator("#resume-laser-2"));
            page.locator("#cancel-laser-2").click();
            press("cancel", card.locator("details button.danger"));
        } finally {
            workshop.heard(StagedShop.LASER_2, LiveState.State.UNKNOWN, false, Optional.empty(), 0);
        }
    }

    @Test
    void aWrongPasswordKeepsTheNameAndTheRightOneLeadsOn() {
        logIn(StagedPeople.FIRM, "not the password", "/orders");

        assertThat(page.locator("#why")).containsText("name or password is wrong");
        assertThat(page.locator("#login")).hasValue(StagedPeople.FIRM);
        assertThat(page.locator("#password")).isFocused();
        page.locator("#password").fill(StagedPeople.PASSWORD);
        page.locator("main button").click();
        assertThat(page).hasURL(Pattern.compile(".*/orders$"));
    }

    @Test
    void anotherLanguageKeepsThePage() {
        page.navigate("/books?before=3");

        page.locator("a[hreflang=fr]").click();

        assertThat(page).hasURL(Pattern.compile(".*/books\\?before=3$"));
        assertThat(page.locator("h1")).hasText("Comptes");
    }

    /** Presses a button of an attempt, which is obeyed and leads back to the floor. */
    private void press(String verb, Locator button) {
        Response answer = page.waitForResponse(each -> each.url().endsWith("/" + verb), button::click);

        org.assertj.core.api.Assertions.assertThat(answer.status()).as(verb).isEqualTo(303);
        page.waitForURL(root.toString());
        assertThat(page.locator("h1")).hasText("Floor");
    }

    private void logIn(String login, String password, String to) {
        page.navigate("/login?to=" + to);
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        page.waitForLoadState();
    }
}
