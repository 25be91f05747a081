package org.tasuki.staffing;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.tasuki.people.Role;
import org.tasuki.staffing.AssignmentRules.Unclaimed;
import org.tasuki.staffing.AssignmentRules.Way;
import org.tasuki.terms.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules as they are written: whatever is mistyped is told before the office opens. */
final class AssignmentFile {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private record File(
            @Nullable Map<String, String> roles,
            @Nullable List<String> must,
            @Nullable List<String> prefer,
            @Nullable Map<String, List<String>> steps,
            @Nullable Map<String, Words> skills,
            @Nullable Map<String, Words> languages,
            @Nullable Load load,
            @Nullable Climb unclaimed,
            int longAbsence) {}

    private record Words(@Nullable String ja, @Nullable String en) {}

    private record Load(int cases) {}

    private record Climb(int share, @Nullable String atMost, @Nullable List<String> climbs) {}

    private AssignmentFile() {}

    /** @throws FaultyAssignment naming the place, what is wrong with it, and what to do */
    static AssignmentRules.Read read(Resource yaml) {
        File file = file(yaml);
        Map<String, Text> skills = texts("skills", file.skills());
        return new AssignmentRules.Read(
                ways(given("roles", file.roles())),
                Set.copyOf(criteria("must", file.must())),
                criteria("prefer", file.prefer()),
                steps(given("steps", file.steps()), skills),
                skills,
                texts("languages", file.languages()),
                within("load, cases", given("load", file.load()).cases(), 1, 1000),
                unclaimed(given("unclaimed", file.unclaimed())),
                within("longAbsence", file.longAbsence(), 1, 366));
    }

    private static File file(Resource yaml) {
        try (InputStream in = yaml.getInputStream()) {
            return YAML.readValue(in, File.class);
        } catch (JacksonException unreadable) {
            throw new FaultyAssignment("not readable: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException missing) {
            throw new FaultyAssignment("cannot be opened: " + yaml.getDescription(), missing);
        }
    }

    private static Map<Role, Way> ways(Map<String, String> written) {
        Map<Role, Way> ways = new EnumMap<>(Role.class);
        written.forEach((key, way) -> ways.put(desk("roles", key), way(key, way)));
        Arrays.stream(Role.values())
                .filter(Role::ofCenter)
                .filter(role -> !ways.containsKey(role))
                .findFirst()
                .ifPresent(role -> {
                    throw new FaultyAssignment("roles", "\"" + role.key() + "\" is missing; every desk needs a line");
                });
        return ways;
    }

    private static Way way(String role, @Nullable String written) {
        return Arrays.stream(Way.values())
                .filter(way -> way.key().equals(written))
                .findFirst()
                .orElseThrow(() -> new FaultyAssignment(
                        "roles, " + role,
                        "there is no way \"" + written + "\"; use one of "
                                + Arrays.stream(Way.values()).map(Way::key).toList()));
    }

    private static Role desk(String place, String key) {
        Role role = Role.find(key);
        if (role == null || !role.ofCenter()) {
            throw new FaultyAssignment(place, "\"" + key + "\" is no desk of a center");
        }
        return role;
    }

    private static List<Criterion> criteria(String place, @Nullable List<String> keys) {
        List<Criterion> criteria = given(place, keys).stream()
                .map(key -> Criterion.find(key)
                        .orElseThrow(() -> new FaultyAssignment(
                                place,
                                "there is no criterion \"" + key + "\"; use "
                                        + Arrays.stream(Criterion.values())
                                                .map(Criterion::key)
                                                .toList())))
                .toList();
        if (criteria.size() > Set.copyOf(criteria).size()) {
            throw new FaultyAssignment(place, "a criterion stands there twice");
        }
        return criteria;
    }

    private static Map<String, Set<String>> steps(Map<String, List<String>> written, Map<String, Text> skills) {
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        written.forEach((step, asked) -> {
            asked.stream()
                    .filter(skill -> !skills.containsKey(skill))
                    .findFirst()
                    .ifPresent(skill -> {
                        throw new FaultyAssignment(
                                "steps, " + step, "\"" + skill + "\" is not among the skills; add it there");
                    });
            steps.put(step, Set.copyOf(asked));
        });
        return steps;
    }

    private static Map<String, Text> texts(String place, @Nullable Map<String, Words> written) {
        Map<String, Text> texts = new LinkedHashMap<>();
        given(place, written).forEach((key, words) -> {
            if (!KEY.matcher(key).matches()) {
                throw new FaultyAssignment(place, "\"" + key + "\": use lower-case words joined by hyphens");
            }
            if (words == null || words.ja() == null || words.en() == null) {
                throw new FaultyAssignment(place + ", " + key, "write it in both languages, ja and en");
            }
            texts.put(key, new Text(words.ja(), words.en()));
        });
        return texts;
    }

    private static Unclaimed unclaimed(Climb written) {
        List<Role> climbs = given("unclaimed, climbs", written.climbs()).stream()
                .map(key -> desk("unclaimed, climbs", key))
                .toList();
        if (climbs.isEmpty()) {
            throw new FaultyAssignment("unclaimed, climbs", "nobody would hear of it; name a desk");
        }
        return new Unclaimed(within("unclaimed, share", written.share(), 1, 100), span(written.atMost()), climbs);
    }

    private static Duration span(@Nullable String written) {
        try {
            Duration span = Duration.parse(String.valueOf(written));
            if (!span.isNegative() && !span.isZero()) {
                return span;
            }
        } catch (DateTimeException notSpan) {
            // falls through to the same advice
        }
        throw new FaultyAssignment(
                "unclaimed, atMost", "\"" + written + "\" is no span of time; write PT24H for hours");
    }

    private static int within(String place, int number, int least, int most) {
        if (number < least || number > most) {
            throw new FaultyAssignment(place, "write a whole number from " + least + " to " + most);
        }
        return number;
    }

    private static <T> T given(String place, @Nullable T value) {
        if (value == null) {
            throw new FaultyAssignment(place, "is missing");
        }
        return value;
    }
}
