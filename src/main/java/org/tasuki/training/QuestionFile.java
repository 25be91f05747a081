package org.tasuki.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** The questions of a story as they are written: an answer that is none of the options is a fault. */
final class QuestionFile {

    private final TrainingFile file;

    QuestionFile(TrainingFile file) {
        this.file = file;
    }

    record Written(
            @Nullable String kind,
            @Nullable Words text,
            @Nullable Map<String, @Nullable Words> options,
            @Nullable List<@Nullable String> answer,
            @Nullable Words why) {}

    /** A process may do without. */
    List<Question> questions(@Nullable Map<String, @Nullable Written> written) {
        List<Question> questions = new ArrayList<>();
        if (written != null) {
            written.forEach((key, each) -> {
                String place = "questions, " + key;
                questions.add(question(key, place, file.given(place, each)));
            });
        }
        return List.copyOf(questions);
    }

    private Question question(String key, String place, Written written) {
        Question question = new Question(
                key,
                kind(place + ", kind", file.line(place + ", kind", written.kind())),
                file.text(place + ", text", written.text()),
                options(place + ", options", written.options()),
                answer(place + ", answer", written.answer()),
                file.text(place + ", why", written.why()));
        return sound(place + ", answer", question);
    }

    private Question.Kind kind(String place, String written) {
        try {
            return Question.Kind.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw file.wrong(
                    place, new Text("は single、multiple、order、mark のどれかです", "is single, multiple, order or mark"));
        }
    }

    private Map<String, Text> options(String place, @Nullable Map<String, @Nullable Words> written) {
        Map<String, Text> options = new LinkedHashMap<>();
        if (written != null) {
            written.forEach((key, words) -> options.put(key, file.text(place + ", " + key, words)));
        }
        return options;
    }

    private List<String> answer(String place, @Nullable List<@Nullable String> written) {
        Set<String> answer = new LinkedHashSet<>();
        for (String each : file.given(place, written)) {
            if (!answer.add(file.line(place, each))) {
                throw file.wrong(place, new Text("に同じものが二度あります", "says something twice"));
            }
        }
        return List.copyOf(answer);
    }

    private Question sound(String place, Question question) {
        int options = question.options().size();
        int answers = question.answer().size();
        boolean fits =
                switch (question.kind()) {
                    case MARK -> options == 0 && answers == 1;
                    case SINGLE -> options > 1 && answers == 1;
                    case MULTIPLE -> options > 1 && answers > 0;
                    case ORDER -> options > 1 && answers == options;
                };
        if (!fits) {
            throw file.wrong(place, new Text("が、種類や選択肢に合いません", "does not fit the kind and the options"));
        }
        if (options > 0 && !question.options().keySet().containsAll(question.answer())) {
            throw file.wrong(place, new Text("が選択肢にありません", "is none of the options"));
        }
        return question;
    }
}
