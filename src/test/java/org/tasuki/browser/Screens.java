package org.tasuki.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;

/** Pictures of pages under {@code target/screens}, to be looked at; and what axe says of each. */
final class Screens {

    private static final Path FOLDER = Path.of("target", "screens");

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Screens() {}

    /** Keeps a picture of the page, and expects that axe finds nothing on it. */
    static void keep(Person person, String name) {
        Page page = person.page();
        String language = page.locator("html").getAttribute("lang");
        whole(
                page,
                () -> page.screenshot(
                        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + language + ".png"))));
        assertThat(violations(page))
                .as("axe on " + name + " (" + language + ")")
                .isEmpty();
    }

    /** What the window shows just now, as a hand holds it. */
    static void keepWindow(Person person, String name) {
        Page page = person.page();
        String language = page.locator("html").getAttribute("lang");
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + language + ".png")));
    }

    /** The window grows to the page, so that what sticks to its edge covers nothing in the picture. */
    private static void whole(Page page, Runnable picture) {
        ViewportSize before = page.viewportSize();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(before.width, Math.max(before.height, height));
        picture.run();
        page.setViewportSize(before.width, before.height);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(STANDARDS).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
    }
}
