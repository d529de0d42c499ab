package org.cosmofab.orchestrator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.cosmofab.bridge.testing.Neighbour;

/** The headless browser that pages are tested in. */
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path PICTURES = Path.of("target", "reports", "screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser that is installed; a test that needs it and finds none is skipped, or fails under CI. */
    public static Browser start() {
        Path chromium = Neighbour.require("chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(FLAGS)));
    }

    /** How somebody looks at a page. */
    public enum Eyes {
        WIDE(1280, 900, ColorScheme.LIGHT, "en"),
        WIDE_DARK_FRENCH(1280, 900, ColorScheme.DARK, "fr"),
        PHONE_DARK(390, 844, ColorScheme.DARK, "en"),
        PHONE_FRENCH(390, 844, ColorScheme.LIGHT, "fr");

        private final int width;
        private final int height;
        private final ColorScheme scheme;
        private final String language;

        Eyes(int width, int height, ColorScheme scheme, String language) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
            this.language = language;
        }

        public boolean french() {
            return language.equals("fr");
        }

        /** Each scheme and each width once: the same page in the other language has the same structure and colours. */
        boolean judgesAccess() {
            return this == WIDE || this == PHONE_DARK;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A browser of its own, with nobody logged in. */
    public BrowserContext open(Eyes eyes, String root) {
        return browser.newContext(new NewContextOptions()
                .setBaseURL(root)
                .setViewportSize(eyes.width, eyes.height)
                .setColorScheme(eyes.scheme)
                .setLocale(eyes.language));
    }

    /**
     * What the browser will complain about on that page from now on, as it happens; what a test provokes on purpose can be
     * left out.
     */
    public static List<String> complaints(Page page, Predicate<String> meant) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad && !meant.test(message.text())) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** Keeps a picture of the page as it is now, and demands that it fits and shuts nobody out. */
    public static void keepAndCheck(Page page, String name, Eyes eyes) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "." + eyes.label() + ".png"))
                .setFullPage(true));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(eyes.french() ? "fr" : "en");
        if (eyes.judgesAccess()) {
            assertThat(violations(page)).as("accessibility of " + name).isEmpty();
        }
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isLessThanOrEqualTo((int) page.evaluate("window.innerWidth"));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browser::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
