package org.tasuki.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium for the length of a test class. Close it, and its windows go with it. */
public final class Browsers implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    /** The last one proves on every page that nothing is fetched from elsewhere: only this machine has a name. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private static final int PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser that {@code CHROMIUM} names, else one from the usual places. */
    public static Optional<Path> chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Browsers open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
        return new Browsers(playwright, browser);
    }

    /** A person at a desk: cookies of their own, their language, the offices' time zone. */
    public BrowserContext person(Locale language) {
        return person(language, true);
    }

    public BrowserContext withoutJavaScript(Locale language) {
        return person(language, false);
    }

    /** A screen that is touched, and held upright. */
    public BrowserContext telephone(Locale language, int width, int height) {
        return context(options(language)
                .setViewportSize(width, height)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    private BrowserContext person(Locale language, boolean javaScript) {
        return context(options(language).setViewportSize(1280, 900).setJavaScriptEnabled(javaScript));
    }

    private static Browser.NewContextOptions options(Locale language) {
        return new Browser.NewContextOptions()
                .setLocale(Objects.equals(language.getLanguage(), "ja") ? "ja-JP" : "en-GB")
                .setTimezoneId("Asia/Tokyo");
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        // A build server may be busy with something else just then.
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
