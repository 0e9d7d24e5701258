package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A real, headless Chromium: one for the whole test run. Used from one thread. */
public final class TestBrowser {
    /** Widths at which pages are looked at. */
    public enum Device {
        DESKTOP(1280, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final double TIMEOUT_MS = 15_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Browser BROWSER = launch();

    private TestBrowser() {}

    /** A new visitor with cookies of their own; close it after use. What the page logs as an error fails {@link #assertSound}. */
    public static BrowserContext visitor(Device device, boolean script) {
        var visitor = BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(device == Device.PHONE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        if (!script) {
            // not setJavaScriptEnabled(false): axe itself would wait for ever
            visitor.route("**/*.js*", route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        }
        visitor.setDefaultTimeout(TIMEOUT_MS);
        return visitor;
    }

    /** Collects what the page complains of (a refused script, a missing file, a fault in a script). */
    public static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return complaints;
    }

    /** Waits until htmx has looked at what has just come: before that it hears nothing of what is done there. */
    public static void settled(Page page) {
        page.waitForFunction(
                "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-added, .htmx-settling')");
    }

    /** Writes the whole page as a picture to {@code target/screenshots/name.png}. */
    public static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Policy D-30: no violation that axe finds, and nothing that makes the page scroll sideways. */
    public static void assertSound(Page page) {
        var violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + "\n  " + node.getFailureSummary()))
                        .toList();
        assertThat(violations).as(page.url()).isEmpty();
        var overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("%s scrolls sideways", page.url())
                .isLessThanOrEqualTo(0);
    }

    /** Policy D-31: visible text smaller than that many pixels. */
    public static List<String> textSmallerThan(Page page, int pixels) {
        return found(page, """
                smallest => [...document.body.querySelectorAll('*')]
                    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                    .filter(e => e.getClientRects().length && !e.closest('.govuk-visually-hidden, .govuk-skip-link'))
                    .filter(e => parseFloat(getComputedStyle(e).fontSize) < smallest)
                    .map(e => e.outerHTML.slice(0, 120))""", pixels);
    }

    /** Policy D-32: inputs, buttons and links that stand alone, lower than that many pixels. */
    public static List<String> targetsSmallerThan(Page page, int pixels) {
        return found(page, """
                lowest => [...document.querySelectorAll('button, .govuk-button, input:not([type=hidden]), select, textarea, nav a, footer a, .tb-tool, .tb-chip, .tb-card')]
                    .filter(e => e.getClientRects().length && !e.closest('details:not([open])'))
                    .filter(e => !(e.labels && [...e.labels].some(l => l.getBoundingClientRect().height >= lowest)))
                    .filter(e => e.getBoundingClientRect().height < lowest - 0.5)
                    .map(e => e.getBoundingClientRect().height + ' ' + e.outerHTML.slice(0, 120))""", pixels);
    }

    private static List<String> found(Page page, String script, int pixels) {
        return ((List<?>) page.evaluate(script, pixels))
                .stream().map(String::valueOf).toList();
    }

    private static Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    private static Path executable() {
        return Stream.concat(Stream.of("TONGBAN_CHROMIUM", "CHROME_BIN").map(System::getenv), PLACES.stream())
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "浏览器测试需要 Chromium：请安装（Debian、Ubuntu：apt-get install chromium fonts-noto-cjk），或用环境变量 TONGBAN_CHROMIUM 指明它在哪里。"));
    }
}
