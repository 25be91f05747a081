package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One case, and the people who work on it: each keeps their own window open, as in an office. */
final class CaseInTheBrowser implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("/cases/([A-Z]+-\\d{4}-\\d{5})");

    private final Office office;
    private final Locale language;
    private final Map<String, Person> people = new HashMap<>();
    private String number = "";

    CaseInTheBrowser(Office office, Locale language) {
        this.office = office;
        this.language = language;
    }

    Person person(String account) {
        return people.computeIfAbsent(account, id -> office.person(id, language));
    }

    /** The new-consultation page of whoever picks up the telephone. */
    Sheet consultation(String account) {
        person(account).open("/consultations/new");
        return new Sheet(person(account).page());
    }

    /** The consultation was registered: from here on the case has a number. */
    String registered(String account) {
        Matcher found = NUMBER.matcher(person(account).page().url());
        if (!found.find()) {
            throw new AssertionError("no case opened: " + person(account).page().url());
        }
        number = found.group(1);
        return number;
    }

    String number() {
        return number;
    }

    Sheet take(String account, String step) {
        return person(account).take(step, number);
    }

    /** The case page of somebody who may see it. */
    void shows(String account, String words) {
        person(account).open("/cases/" + number);
        assertThat(person(account).page().locator(".case-head")).containsText(words);
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
    }
}
