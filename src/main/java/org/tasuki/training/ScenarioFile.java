package org.tasuki.training;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.tasuki.engine.StepPlace;
import org.tasuki.terms.Text;

/** A scenario as it is written. Whether it fits the processes is {@link ScenarioCheck}'s to say. */
final class ScenarioFile {

    private static final Pattern PLACE = Pattern.compile("([a-z][a-z-]*)/([A-Za-z][A-Za-z0-9]*)");

    private final String key;
    private final TrainingFile file;

    private ScenarioFile(String key, String name) {
        this.key = key;
        this.file = new TrainingFile(name);
    }

    private record File(
            @Nullable Words name, @Nullable Words about, @Nullable String begins, @Nullable List<@Nullable Step> way) {}

    private record Step(
            @Nullable String step,
            @Nullable Boolean beside,
            @Nullable Words happens,
            @Nullable String after,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable Integer services,
            @Nullable Boolean late,
            @Nullable Boolean silent) {}

    /** @throws FaultyStory naming the place, and what is wrong with it */
    static Scenario read(String key, Resource yaml) {
        return read(key, "scenarios/" + key + ".yaml", yaml);
    }

    static Scenario read(String key, String name, Resource yaml) {
        ScenarioFile scenario = new ScenarioFile(key, name);
        return scenario.scenario(scenario.file.open(yaml, File.class));
    }

    private Scenario scenario(File written) {
        List<Scenario.Step> way = new ArrayList<>();
        for (Step step : file.given("way", written.way())) {
            String place = "way, " + (way.size() + 1);
            way.add(step(place, file.given(place, step)));
        }
        if (way.isEmpty()) {
            throw file.missing("way");
        }
        return new Scenario(
                key,
                file.text("name", written.name()),
                file.text("about", written.about()),
                Objects.requireNonNullElse(written.begins(), "referral"),
                List.copyOf(way));
    }

    private Scenario.Step step(String number, Step written) {
        StepPlace at = at(number + ", step", file.line(number + ", step", written.step()));
        String place = number + " (" + at + ")";
        if (isSaid(written.silent()) && (isSaid(written.late()) || written.answers() != null)) {
            throw file.wrong(place, new Text("は silent なので、答えません", "answers nothing where it is silent"));
        }
        return new Scenario.Step(
                at,
                isSaid(written.beside()),
                file.text(place + ", happens", written.happens()),
                after(place + ", after", written.after()),
                answers(place + ", answers", written.answers()),
                services(place + ", services", written.services()),
                isSaid(written.late()),
                isSaid(written.silent()));
    }

    private static boolean isSaid(@Nullable Boolean written) {
        return Boolean.TRUE.equals(written);
    }

    private StepPlace at(String place, String written) {
        Matcher matcher = PLACE.matcher(written);
        if (!matcher.matches()) {
            throw file.wrong(place, new Text("は「プロセス/段階」と書きます", "is written process/step"));
        }
        return new StepPlace(matcher.group(1), matcher.group(2));
    }

    private Duration after(String place, @Nullable String written) {
        try {
            Duration after = Duration.parse(Objects.requireNonNullElse(written, "PT0S"));
            if (!after.isNegative()) {
                return after;
            }
        } catch (DateTimeParseException unreadable) {
            // Told with the same words.
        }
        throw file.wrong(place, new Text("は PT4H や P14D のように書きます", "is a time as in PT4H or P14D"));
    }

    private Map<String, String> answers(String place, @Nullable Map<String, @Nullable String> written) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (written != null) {
            written.forEach((variable, value) -> answers.put(variable, file.line(place + ", " + variable, value)));
        }
        return answers;
    }

    private int services(String place, @Nullable Integer written) {
        int services = Objects.requireNonNullElse(written, 0);
        if (services < 0 || services > 9) {
            throw file.wrong(place, new Text("は1から9までの数です", "is a number from 1 to 9"));
        }
        return services;
    }
}
