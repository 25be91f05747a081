package org.tasuki.matters;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.AnswerKeeper;
import org.tasuki.casefile.KeptAnswer;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.QuestionAnswered;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** What came of a matter; and a case does not close over one that is open, unless it is a question: that ends with who asked. */
@Component
class MatterKeeper implements AnswerKeeper {

    private static final String DONE = "matter-done";
    private static final String ANSWER = "question-answer";
    private static final String CLOSING = "closing-approval";

    private final MatterBook book;
    private final Acting acting;
    private final ApplicationEventPublisher events;

    MatterKeeper(MatterBook book, Acting acting, ApplicationEventPublisher events) {
        this.book = book;
        this.acting = acting;
        this.events = events;
    }

    @Override
    public boolean keeps(String form) {
        return Set.of(DONE, ANSWER, CLOSING).contains(form);
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        switch (answer.form()) {
            case DONE -> settle(answer, String.valueOf(answer.answers().get("result")));
            case ANSWER -> settle(answer, "done");
            default -> close(answer);
        }
        return Map.of();
    }

    private void settle(KeptAnswer answer, String state) {
        book.byTask(answer.taskId()).ifPresent(matter -> {
            book.end(matter, state);
            tell(answer, matter.fromTask());
        });
    }

    /** By the flow: whoever answers may not see the task that asked. */
    private void tell(KeptAnswer answer, @Nullable String asking) {
        if (asking != null) {
            acting.as(Actor.system(answer.center()), () -> {
                events.publishEvent(new QuestionAnswered(asking, answer.at()));
                return true;
            });
        }
    }

    private void close(KeptAnswer answer) {
        if ("approved".equals(answer.submission().routing().get("closing"))
                && book.of(answer.number()).stream().anyMatch(one -> one.open() && !one.asks())) {
            throw new Refusal("closing", "matters.closing.open");
        }
    }
}
