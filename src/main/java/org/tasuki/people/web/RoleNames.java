package org.tasuki.people.web;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.people.Role;

/** What roles are called in an office. */
@Component
class RoleNames {

    private final MessageSource texts;

    RoleNames(MessageSource texts) {
        this.texts = texts;
    }

    String of(Role role, Locale language) {
        return texts.getMessage("people.role." + role.key(), null, language);
    }

    String of(Collection<Role> roles, Locale language) {
        return roles.stream()
                .sorted()
                .map(role -> of(role, language))
                .collect(Collectors.joining(texts.getMessage("people.roles.separator", null, language)));
    }
}
