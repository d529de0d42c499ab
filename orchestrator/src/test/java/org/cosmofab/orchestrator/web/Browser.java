package org.cosmofab.orchestrator.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cosmofab.bridge.testing.Neighbour;

/** The headless browser that pages are tested in. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser that is installed; a test that needs it and finds none is skipped, or fails under CI. */
    static Browser start() {
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
    enum Eyes {
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

        boolean french() {
            return language.equals("fr");
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A browser of its own, with nobody logged in. */
    BrowserContext open(Eyes eyes, String root) {
        return browser.newContext(new NewContextOptions()
                .setBaseURL(root)
                .setViewportSize(eyes.width, eyes.height)
                .setColorScheme(eyes.scheme)
                .setLocale(eyes.language));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
