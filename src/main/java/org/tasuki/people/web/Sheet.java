package org.tasuki.people.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tasuki.people.PasswordRule;
import org.tasuki.terms.Realm;
import org.tasuki.terms.Text;
import org.tasuki.terms.Typing;

/** What was typed on one of these pages, and what is wrong with it: the page comes back with both. */
final class Sheet {

    /** But for names that the trail and addresses use themselves. */
    static final Pattern ACCOUNT = Pattern.compile("(?!(?:system|nobody|new|search|sessions)$)[a-z][a-z0-9._-]{1,39}");

    static final Pattern KEY = Pattern.compile("(?!" + Realm.PRACTICE + ")[a-z][a-z0-9-]{1,39}");
    static final Pattern PREFIX = Pattern.compile("[A-Z]{2,4}");
    private static final int NAME_MOST = 100;

    private final Map<String, List<String>> typed;
    private final Map<String, String> problems = new LinkedHashMap<>();

    Sheet(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    static Sheet empty() {
        return new Sheet(MultiValueMap.fromSingleValue(Map.of()));
    }

    /** As if it had been typed: what there is already. */
    static Sheet of(Map<String, List<String>> known) {
        return new Sheet(MultiValueMap.fromMultiValue(known));
    }

    public String text(String field) {
        return Typing.tidy(Objects.requireNonNullElse(raw(field), ""));
    }

    public List<String> all(String field) {
        return Objects.requireNonNullElse(typed.get(field), List.of());
    }

    /** The message for a field, if there is one. */
    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public int problems() {
        return problems.size();
    }

    Text name(String ja, String en) {
        return new Text(text(ja), text(en));
    }

    /** As it was typed: blanks belong to a password. */
    String password() {
        return Objects.requireNonNullElse(raw("password"), "");
    }

    void mustMatch(String field, Pattern shape, String problem) {
        if (!shape.matcher(text(field)).matches()) {
            add(field, problem);
        }
    }

    void mustBeNamed(String... fields) {
        for (String field : fields) {
            String name = text(field);
            if (name.isEmpty() || Typing.length(name) > NAME_MOST || Typing.hostile(name, false)) {
                add(field, "people.problem.name");
            }
        }
    }

    void mustHaveGoodPassword(PasswordRule rule, Collection<String> names) {
        rule.problem(password(), names).ifPresent(problem -> add("password", problem));
    }

    /** The first problem of a field is the one to say. */
    void add(String field, String problem) {
        problems.putIfAbsent(field, problem);
    }

    /** As it was typed: blanks belong to a password. */
    @Nullable
    String raw(String field) {
        List<String> values = all(field);
        return values.isEmpty() ? null : values.get(0);
    }
}
