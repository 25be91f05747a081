package org.tasuki.people;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of rights as it is written, checked whole: an office that mistypes a right is told so before it opens. */
final class RightsFile {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What one role may: how far it reaches, and its rights over its own cases and over all that it reaches. */
    record Held(Scope reach, Set<Right> own, Set<Right> all) {}

    private record File(Map<String, Entry> roles) {}

    private record Entry(@Nullable String cases, @Nullable List<String> own, @Nullable List<String> all) {}

    private RightsFile() {}

    /** @throws FaultyRights naming the role, what is wrong with it, and what to do */
    static Map<Role, Held> read(Resource yaml) {
        Map<Role, Held> table = new EnumMap<>(Role.class);
        entries(yaml).forEach((key, entry) -> {
            Role role = Role.find(key);
            if (role == null) {
                throw new FaultyRights(key, "there is no such role; the roles are " + Role.keys());
            }
            table.put(role, held(role, entry));
        });
        mustBeWhole(table);
        return table;
    }

    private static Map<String, Entry> entries(Resource yaml) {
        try (InputStream file = yaml.getInputStream()) {
            return Objects.requireNonNullElse(YAML.readValue(file, File.class).roles(), Map.of());
        } catch (JacksonException unreadable) {
            throw new FaultyRights("not readable: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException missing) {
            throw new FaultyRights("cannot be opened: " + yaml.getDescription(), missing);
        }
    }

    private static Held held(Role role, @Nullable Entry entry) {
        if (entry == null) {
            throw new FaultyRights(role.key(), "give at least \"cases\"");
        }
        Held held = new Held(reach(role, entry.cases()), rights(role, entry.own()), rights(role, entry.all()));
        if (!held.own().isEmpty() && role != Role.OFFICER) {
            throw new FaultyRights(
                    role.key(), "only officers answer for cases of their own; put its rights under \"all\"");
        }
        return held;
    }

    private static Scope reach(Role role, @Nullable String cases) {
        Set<Scope> possible = role.ofCenter() ? EnumSet.of(Scope.TEAM, Scope.CENTER) : EnumSet.of(Scope.NONE);
        return possible.stream()
                .filter(scope -> scope.key().equals(cases))
                .findFirst()
                .orElseThrow(() -> new FaultyRights(
                        role.key(),
                        "\"cases\" is one of "
                                + possible.stream().map(Scope::key).toList()));
    }

    private static Set<Right> rights(Role role, @Nullable List<String> keys) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        for (String key : Objects.requireNonNullElse(keys, List.<String>of())) {
            Right right = Right.find(key)
                    .orElseThrow(() -> new FaultyRights(role.key(), "there is no right \"" + key + "\""));
            if (!right.suits(role)) {
                throw new FaultyRights(role.key(), "\"" + key + "\" is not for this kind of role");
            }
            rights.add(right);
        }
        return rights;
    }

    /** A role without a line would quietly lose its cases; a right that nobody has would leave work undone for ever. */
    private static void mustBeWhole(Map<Role, Held> table) {
        for (Role role : Role.values()) {
            if (!table.containsKey(role)) {
                throw new FaultyRights(role.key(), "is missing; every role needs a line");
            }
        }
        Arrays.stream(Right.values())
                .filter(right ->
                        table.values().stream().noneMatch(held -> held.all().contains(right)))
                .findFirst()
                .ifPresent(right -> {
                    throw new FaultyRights("nobody has \"" + right.key() + "\" under \"all\"");
                });
    }
}
