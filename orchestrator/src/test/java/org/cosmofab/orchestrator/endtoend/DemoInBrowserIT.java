package org.cosmofab.orchestrator.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cosmofab.orchestrator.testing.Browser;
import org.cosmofab.orchestrator.testing.Browser.Eyes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's order, walked through as people do who know nothing of the program but its pages. */
class DemoInBrowserIT {
    private static final String REQUESTER = "extracto";
    private static final double PATIENCE_MS = 120_000;

    @TempDir
    Path data;

    private final List<List<String>> complaints = new ArrayList<>();
    private Browser browser;
    private StartedWorkshop demo;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.start();
        demo = StartedWorkshop.start(data, "demo", "--speed", "300", "--hands", "me");
    }

    @AfterEach
    void close() {
        demo.close();
        browser.close();
    }

    @Test
    void anOperatorSeesItMadeAndARequesterOrdersAnother() throws IOException {
        demo.awaitOrder(order -> order.path("number").asLong() == 1001);
        Page operator = enter(StartedWorkshop.OPERATOR, Eyes.WIDE);
        clearBeds(operator, Eyes.WIDE);
        assertThat(operator.locator("article.machine", has("Order 1001")).first())
                .containsText("1001", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
        keep(operator, "demo-2-floor-at-work", Eyes.WIDE);

        operator.locator("article.machine").getByText("Order 1001").first().click();
        keep(operator, "demo-3-order-in-the-making", Eyes.WIDE);
        assertThat(operator.locator("ol.steps li").last())
                .not()
                .hasClass("todo", new LocatorAssertions.HasClassOptions().setTimeout(PATIENCE_MS));
        keep(operator, "demo-4-order-distributed", Eyes.WIDE);
        assertThat(operator.locator("main")).containsText("Dina");
        assertThat(operator.locator("main")).containsText("distribution of the commons fee");

        operator.getByText("All books").click();
        assertThat(operator.locator("main")).containsText("distribution of the commons fee");
        keep(operator, "demo-5-books", Eyes.WIDE);
        operator.goBack();
        operator.locator(".passport a").click();
        assertThat(operator.locator(".qr svg")).isVisible();
        keep(operator, "demo-6-passport", Eyes.WIDE);

        orderByPhone(enter(REQUESTER, Eyes.PHONE_FRENCH));
        assertThat(complaints).as("what the browser complained of").allMatch(List::isEmpty);
    }

    /** Nobody but a person says that a bed is clear. */
    private void clearBeds(Page floor, Eyes eyes) {
        for (String machine : List.of("printer-1", "laser-1")) {
            Locator clear = floor.locator("#clear-" + machine);
            assertThat(clear).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
            keep(floor, "demo-1-floor-before-" + machine, eyes);
            clear.click();
            assertThat(clear).isHidden();
        }
    }

    private void orderByPhone(Page phone) {
        phone.navigate("/orders/1001");
        keep(phone, "demo-7-order", Eyes.PHONE_FRENCH);
        phone.navigate("/books");
        keep(phone, "demo-7-books", Eyes.PHONE_FRENCH);
        phone.navigate("/designs");
        phone.locator("a[href='/designs/parts-tray']").first().click();
        keep(phone, "demo-8-design", Eyes.PHONE_FRENCH);
        phone.locator("#use").selectOption("COMMERCIAL");
        phone.getByText("Demander un devis").click();
        phone.waitForURL("**/quotes/*");
        keep(phone, "demo-9-quote", Eyes.PHONE_FRENCH);
        phone.locator("form[action$='/order'] button").click();
        phone.waitForURL("**/orders/1002");
        assertThat(phone.locator("h1")).containsText("1002");
        keep(phone, "demo-10-ordered", Eyes.PHONE_FRENCH);
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private Page enter(String login, Eyes eyes) throws IOException {
        Page page = browser.open(eyes, demo.address()).newPage();
        complaints.add(Browser.complaints(page, said -> false));
        page.navigate("/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill(demo.secretOf(login));
        page.locator("main button").click();
        page.waitForURL("**/");
        return page;
    }

    private void keep(Page page, String name, Eyes eyes) {
        page.waitForLoadState(LoadState.LOAD);
        Browser.keepAndCheck(page, name, eyes);
    }
}
