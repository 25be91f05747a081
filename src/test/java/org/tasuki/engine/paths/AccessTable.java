package org.tasuki.engine.paths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tasuki.people.Role;

/** {@code access.txt}: who gets which answer at which address. */
final class AccessTable {

    static final String ANONYMOUS = "anonymous";

    private static final Set<String> EVERYBODY =
            Stream.concat(Role.keys().stream(), Stream.of(ANONYMOUS)).collect(Collectors.toUnmodifiableSet());

    private AccessTable() {}

    /**
     * @param thing what the address is about: own, agency, foreign; empty when it is about nothing in particular
     * @param answers by role key, and for {@link #ANONYMOUS}
     */
    record Line(String method, String address, String thing, Map<String, String> answers) {

        String endpoint() {
            return method + " " + address;
        }

        /** Somebody whom the line lets in. */
        String somebody() {
            return answers.entrySet().stream()
                    .filter(answer -> answer.getValue().equals("yes"))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst()
                    .orElse("supervisor");
        }

        @Override
        public String toString() {
            return endpoint() + (thing.isEmpty() ? "" : " @" + thing);
        }
    }

    static List<Line> lines() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/access.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessTable::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] sides = text.split("\\|");
        String[] left = sides[0].strip().split("\\s+");
        return new Line(left[0], left[1], left.length > 2 ? left[2].substring(1) : "", answers(sides[1].strip()));
    }

    private static Map<String, String> answers(String text) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (!text.equals("demo")) {
            for (String part : text.split(";")) {
                String[] sides = part.split(":");
                Arrays.stream(sides[1].strip().split("\\s+"))
                        .flatMap(who -> people(who).stream())
                        .forEach(who -> answers.putIfAbsent(who, sides[0].strip()));
            }
            answers.putIfAbsent(ANONYMOUS, "sign-in");
        }
        return answers;
    }

    private static Set<String> people(String who) {
        return switch (who) {
            case "everybody" -> EVERYBODY;
            case "*" -> Role.keys();
            case "team" -> roles(role -> role.ofCenter() && role != Role.LAWYER);
            case "center" -> roles(Role::ofCenter);
            case "agency" -> roles(Role::ofAgency);
            case "house" -> roles(role -> role.ofOffice() && !role.ofCenter());
            default -> Set.of(Role.of(who).key());
        };
    }

    private static Set<String> roles(Predicate<Role> which) {
        return Arrays.stream(Role.values())
                .filter(which)
                .map(Role::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
