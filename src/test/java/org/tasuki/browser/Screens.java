package org.tasuki.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** Pictures of pages under {@code target/screens}, to be looked at; and what axe says of each. */
final class Screens {

    private static final Path FOLDER = Path.of("target", "screens");

    private Screens() {}

    /** Keeps a picture of the page, and expects that axe finds nothing on it. */
    static void keep(Person person, String name) {
        Page page = person.page();
        String language = page.locator("html").getAttribute("lang");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + "-" + language + ".png"))
                .setFullPage(true));
        assertThat(violations(page))
                .as("axe on " + name + " (" + language + ")")
                .isEmpty();
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
    }
}
