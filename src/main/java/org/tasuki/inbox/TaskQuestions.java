package org.tasuki.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room in which whoever has a task asks colleagues, and keeps it. */
public interface TaskQuestions {

    /** What was asked from the task, the newest first. */
    Asked of(InboxItem item, Locale language);

    /** @param may whether the reader may ask now */
    record Asked(boolean may, List<Question> questions) {

        /** Whether something ended with the task that nobody answered, though the task is there again. */
        public boolean overtaken() {
            return questions.stream().anyMatch(Question::overtaken);
        }

        public boolean waiting() {
            return questions.stream().anyMatch(Question::open);
        }
    }

    /**
     * @param may whether the reader may withdraw it
     * @param overtaken whether it ended with the task
     */
    record Question(
            UUID id,
            String to,
            String words,
            LocalDate due,
            String state,
            boolean open,
            boolean late,
            boolean may,
            boolean overtaken,
            @Nullable Answer answer) {

        /** Never into a log: it may name a family. */
        @Override
        public String toString() {
            return "Question " + id;
        }
    }

    record Answer(String by, Instant at, String words) {

        /** Never into a log: it may name a family. */
        @Override
        public String toString() {
            return "Answer at " + at;
        }
    }
}
