package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.tasuki.terms.Japan;

/** A form on a page, filled in by what its labels say. */
final class Sheet {

    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int ROUNDS = 5;

    private final Page page;

    Sheet(Page page) {
        this.page = page;
    }

    /** Chooses an option of a list, or of a group of radio buttons or boxes. */
    Sheet choose(String label, String option) {
        Locator field = field(label);
        if (field.locator("select").count() > 0) {
            field.locator("select").selectOption(new SelectOption().setLabel(option));
        } else {
            field.locator(".choices label:has(span:text-is(" + quoted(option) + ")) input")
                    .check();
        }
        return this;
    }

    Sheet write(String label, String words) {
        field(label).locator("input, textarea").fill(words);
        return this;
    }

    /** The n-th row of the services to ask. */
    Sheet service(int row, String agency, String purpose) {
        field("機関", row).locator("select").selectOption(new SelectOption().setLabel(agency));
        field("依頼の目的・内容", row).locator("textarea").fill(purpose);
        return this;
    }

    Sheet addRow() {
        press(page.locator("button[name=_add]").last());
        return this;
    }

    /** The n-th field of that name, where rows repeat it. */
    Locator field(String label, int nth) {
        return fields(label).nth(nth);
    }

    Locator field(String label) {
        return fields(label).first();
    }

    private Locator fields(String label) {
        return page.locator("form.sheet .field:visible")
                .filter(new Locator.FilterOptions().setHas(page.locator(".field-name:text-is(" + quoted(label) + ")")));
    }

    /** Answers whatever else must be answered, as somebody in a hurry would: with the first choice, or a word. */
    Sheet rest() {
        for (int round = 0; round < ROUNDS && unanswered() > 0; round++) {
            for (Locator field : required().all()) {
                answer(field);
            }
        }
        return this;
    }

    private int unanswered() {
        return (int) required().all().stream().filter(field -> !answered(field)).count();
    }

    private Locator required() {
        return page.locator("form.sheet .field:visible")
                .filter(new Locator.FilterOptions().setHas(page.locator(":scope > * > .field-required")));
    }

    private static boolean answered(Locator field) {
        return (boolean)
                field.evaluate(
                        """
                field => {
                  const inputs = [...field.querySelectorAll('input, select, textarea')];
                  const ticks = inputs.filter(i => i.type === 'radio' || i.type === 'checkbox');
                  return ticks.length > 0 ? ticks.some(i => i.checked) : inputs.every(i => i.value !== '');
                }
                """);
    }

    private static void answer(Locator field) {
        if (answered(field)) {
            return;
        }
        Locator input = field.locator("input, select, textarea").first();
        String kind = String.valueOf(input.evaluate("i => i.type"));
        LocalDateTime now = LocalDateTime.now(Japan.ZONE);
        switch (kind) {
            case "radio", "checkbox" -> input.check();
            case "select-one" -> input.selectOption(new SelectOption().setIndex(1));
            case "date" -> input.fill(now.toLocalDate().toString());
            case "datetime-local" -> input.fill(MINUTE.format(now));
            case "number" -> input.fill("1");
            default -> input.fill(input.getAttribute("inputmode") == null ? "記録のとおり" : "1");
        }
    }

    /** Sends it, and expects that it stands. */
    void complete() {
        rest();
        send();
        assertThat(page.locator(".problem-summary")).hasCount(0);
        assertThat(page.locator("#live .notice")).isVisible();
    }

    void send() {
        press(page.locator(".finish button.main"));
    }

    /** Presses a button that sends the form, and waits until the page that answers is there. */
    private void press(Locator button) {
        page.locator("html").evaluate("html => html.dataset.sent = 'yes'");
        button.click();
        assertThat(page.locator("html[data-sent]")).hasCount(0);
        page.waitForLoadState();
    }

    private static String quoted(String words) {
        return '"' + words + '"';
    }
}
