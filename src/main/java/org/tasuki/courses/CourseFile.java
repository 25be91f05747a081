package org.tasuki.courses;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.tasuki.terms.Text;
import org.tasuki.terms.Typing;
import org.tasuki.training.FaultyStory;
import org.tasuki.training.TrainingFile;
import org.tasuki.training.Words;

/** A course as it is written. Whether what it refers to is there is {@link MaterialCheck}'s to say. */
final class CourseFile {

    private static final int UNITS_MOST = 40;
    private static final int MINUTES_MOST = 600;
    private static final int NAME_MOST = 100;
    private static final int ABOUT_MOST = 1_000;

    private final String key;
    private final TrainingFile file;

    private CourseFile(String key) {
        this.key = key;
        this.file = new TrainingFile(Material.FOLDER + key + ".yaml");
    }

    private record File(
            @Nullable String audience,
            @Nullable Words name,
            @Nullable Words about,
            @Nullable List<@Nullable Written> units) {}

    /** What it is about stands behind the word for its kind. */
    private record Written(
            @Nullable String key,
            @Nullable Words name,
            @Nullable Integer minutes,
            @Nullable String text,
            @Nullable String walkthrough,
            @Nullable String questions,
            @Nullable String practice) {

        Map<Unit.Kind, String> refers() {
            return Stream.of(
                            new Refers(Unit.Kind.TEXT, text),
                            new Refers(Unit.Kind.WALKTHROUGH, walkthrough),
                            new Refers(Unit.Kind.QUESTIONS, questions),
                            new Refers(Unit.Kind.PRACTICE, practice))
                    .filter(each -> each.to() != null)
                    .collect(Collectors.toMap(Refers::kind, each -> Objects.requireNonNull(each.to())));
        }
    }

    private record Refers(Unit.Kind kind, @Nullable String to) {}

    /** @throws FaultyStory naming the place, and what is wrong with it */
    static Course read(String key, Resource yaml) {
        CourseFile course = new CourseFile(key);
        return course.course(course.file.open(yaml, File.class));
    }

    private Course course(File written) {
        List<Unit> units = file.given("units", written.units()).stream()
                .limit(UNITS_MOST + 1L)
                .map(unit -> unit(file.given("units", unit)))
                .toList();
        if (units.isEmpty() || units.size() > UNITS_MOST) {
            throw file.wrong("units", new Text("は1個から40個までです", "are from 1 to 40"));
        }
        Set<String> keys = new HashSet<>();
        units.stream().filter(unit -> !keys.add(unit.key())).findFirst().ifPresent(twice -> {
            throw file.wrong("units, " + twice.key(), new Text("が二度あります", "is there twice"));
        });
        return new Course(
                key,
                audience(file.line("audience", written.audience())),
                words("name", written.name(), NAME_MOST),
                words("about", written.about(), ABOUT_MOST),
                units);
    }

    private Audience audience(String written) {
        return Audience.find(written)
                .orElseThrow(() -> file.wrong(
                        "audience",
                        new Text(
                                "は child-welfare、school、police、juvenile-guidance、prosecution のどれかです",
                                "is child-welfare, school, police, juvenile-guidance or prosecution")));
    }

    private Unit unit(Written written) {
        String unitKey = key("units, key", written.key());
        String place = "units, " + unitKey;
        Map<Unit.Kind, String> refers = written.refers();
        if (refers.size() != 1) {
            throw file.wrong(
                    place,
                    new Text(
                            "は text、walkthrough、questions、practice のどれか一つです",
                            "is one of text, walkthrough, questions and practice"));
        }
        Map.Entry<Unit.Kind, String> about = refers.entrySet().iterator().next();
        int minutes = Objects.requireNonNullElse(written.minutes(), 0);
        if (minutes < 1 || minutes > MINUTES_MOST) {
            throw file.wrong(place + ", minutes", new Text("は1から600までです", "is from 1 to 600"));
        }
        return new Unit(
                unitKey,
                about.getKey(),
                words(place + ", name", written.name(), NAME_MOST),
                key(place, about.getValue()),
                Duration.ofMinutes(minutes));
    }

    private String key(String place, @Nullable String written) {
        String line = file.line(place, written);
        if (!Material.isKey(line)) {
            throw file.wrong(place, new Text("は英小文字と数字とハイフンです", "is of small letters, digits and hyphens"));
        }
        return line;
    }

    private Text words(String place, @Nullable Words written, int most) {
        Text text = file.text(place, written);
        for (String line : List.of(text.ja(), text.en())) {
            if (Typing.length(line) > most) {
                throw file.wrong(place, new Text("が長すぎます", "is too long"));
            }
        }
        return text;
    }
}
