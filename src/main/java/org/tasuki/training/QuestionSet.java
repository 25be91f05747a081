package org.tasuki.training;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Questions that stand by themselves, written as those of a story are.
 *
 * @param process on whose diagram a step is marked; null where no question asks that
 */
public record QuestionSet(@Nullable String process, List<Question> questions) {

    private record File(@Nullable String process, @Nullable Map<String, QuestionFile.@Nullable Written> questions) {}

    /**
     * @param name as it is told where the file is faulty
     * @throws FaultyStory naming the place, and what is wrong with it
     */
    public static QuestionSet read(String name, Resource yaml) {
        TrainingFile file = new TrainingFile(name);
        File written = file.open(yaml, File.class);
        List<Question> questions = new QuestionFile(file).questions(file.given("questions", written.questions()));
        boolean marks = questions.stream().anyMatch(question -> question.kind() == Question.Kind.MARK);
        if (questions.isEmpty()) {
            throw file.missing("questions");
        }
        return new QuestionSet(marks ? file.line("process", written.process()) : written.process(), questions);
    }
}
