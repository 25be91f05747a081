package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.LeftDrafts;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;

/** Shows what the reader had typed into steps that their cases were moved away from. */
@Component
class LeftPages {

    private final LeftDrafts drafts;
    private final InboxList inbox;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final StepWords words;

    LeftPages(LeftDrafts drafts, InboxList inbox, Forms forms, OfficeLookups lookups, StepWords words) {
        this.drafts = drafts;
        this.inbox = inbox;
        this.forms = forms;
        this.lookups = lookups;
        this.words = words;
    }

    /**
     * @param task that is gone
     * @param words empty when there is nothing to read
     * @param again the task of the same step, when it has come again
     */
    record Left(
            String task,
            String number,
            String step,
            Instant saved,
            Instant moved,
            String words,
            @Nullable String again) {}

    @Transactional(readOnly = true)
    List<Left> all(Locale language) {
        return drafts.mine().stream().map(left -> shown(left, language)).toList();
    }

    @Transactional(readOnly = true)
    List<Left> of(InboxItem item, Locale language) {
        return drafts.of(item.number(), item.process(), item.step()).stream()
                .map(left -> shown(left, language))
                .toList();
    }

    long count() {
        return drafts.count();
    }

    private Left shown(LeftDrafts.Left left, Locale language) {
        return new Left(
                left.taskId(),
                left.number().value(),
                words.step(left.process(), left.step()).in(language),
                left.savedAt(),
                left.leftAt(),
                typed(left, language),
                again(left));
    }

    private String typed(LeftDrafts.Left left, Locale language) {
        if (!forms.knows(left.form())) {
            return "";
        }
        FormView view = FormView.of(
                forms.form(left.form()),
                FormParameters.fieldsOnly(left.typed()),
                List.of(),
                language,
                lookups.at(left.center()));
        return TypedWords.of(view, Set.of(), language);
    }

    private @Nullable String again(LeftDrafts.Left left) {
        return inbox.ofCase(left.number()).stream()
                .filter(item ->
                        item.process().equals(left.process()) && item.step().equals(left.step()))
                .map(InboxItem::taskId)
                .findFirst()
                .orElse(null);
    }
}
