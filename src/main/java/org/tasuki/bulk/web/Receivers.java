package org.tasuki.bulk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.bulk.Order;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/** To whom tasks can be given: everybody who works on cases at the reader's center. Whether each task fits them, the preview says. */
@Component
@Transactional(readOnly = true)
class Receivers {

    private static final Role[] OF_CENTER =
            Arrays.stream(Role.values()).filter(Role::ofCenter).toArray(Role[]::new);

    private final Accounts accounts;
    private final Acting acting;
    private final MessageSource texts;

    Receivers(Accounts accounts, Acting acting, MessageSource texts) {
        this.accounts = accounts;
        this.acting = acting;
        this.texts = texts;
    }

    record Option(String value, String label) {}

    public List<Option> all(Locale language) {
        return people().stream()
                .map(one -> new Option(one.getUsername(), label(one, language)))
                .toList();
    }

    /** Whether the order names one of them, or nobody because it needs nobody. */
    public boolean know(Order order) {
        return order.person() == null
                || people().stream().anyMatch(one -> one.getUsername().equals(order.person()));
    }

    private List<SignedIn> people() {
        return accounts.withRole(Objects.requireNonNull(acting.current().center()), OF_CENTER);
    }

    private String label(SignedIn person, Locale language) {
        String roles = person.roles().stream()
                .sorted()
                .map(role -> text("people.role." + role.key(), language))
                .collect(Collectors.joining(text("people.roles.separator", language)));
        return text("staffing.person", language, person.nameIn(language), roles);
    }

    private String text(String key, Locale language, Object... values) {
        return Objects.requireNonNull(texts.getMessage(key, values, language));
    }
}
