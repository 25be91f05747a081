package org.tasuki.inbox.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.forms.AnswersView;
import org.tasuki.forms.Form;
import org.tasuki.forms.FormView;
import org.tasuki.forms.Forms;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.KeptOnDevice;
import org.tasuki.people.Acting;
import org.tasuki.people.People;

/** Puts what stands here and what a device kept side by side. */
@Component
class KeptPages {

    private final InboxList inbox;
    private final Desk desk;
    private final Drafts drafts;
    private final Answers answers;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final People people;
    private final Acting acting;

    KeptPages(
            InboxList inbox,
            Desk desk,
            Drafts drafts,
            Answers answers,
            Forms forms,
            OfficeLookups lookups,
            People people,
            Acting acting) {
        this.inbox = inbox;
        this.desk = desk;
        this.drafts = drafts;
        this.answers = answers;
        this.forms = forms;
        this.lookups = lookups;
        this.people = people;
        this.acting = acting;
    }

    @Transactional(readOnly = true)
    Map<String, @Nullable Object> conflict(
            String id, Completion outcome, Map<String, List<String>> typed, Locale language) {
        Map<String, @Nullable Object> model = new HashMap<>();
        Optional<InboxItem> item = inbox.find(id);
        String who = who(outcome);
        model.put("taskId", id);
        model.put("why", why(outcome));
        model.put("who", who == null ? null : people.name(who).in(language));
        model.put("entry", first(typed, "_entry"));
        model.put("number", item.map(found -> found.number().value()).orElseGet(() -> first(typed, "_number")));
        model.put("open", item.isPresent());
        model.put("takeOver", item.filter(desk::mayTakeOver).isPresent());
        String center =
                item.map(InboxItem::center).orElseGet(() -> acting.current().center());
        theirs(id, outcome, center, language, model);
        Form form = form(item.map(InboxItem::form).orElseGet(() -> first(typed, "_form")));
        if (form != null) {
            FormView view = view(form, center, typed, language);
            model.put("typed", TypedWords.of(view, Set.of(), language));
            model.put("note", TypedWords.of(view, form.secret(), language));
        }
        // Sent once more on purpose, it is based on what stands beside it now.
        model.put("again", again(id, typed));
        return model;
    }

    private void theirs(
            String id, Completion outcome, String center, Locale language, Map<String, @Nullable Object> model) {
        if (outcome instanceof Completion.Newer) {
            inbox.find(id)
                    .flatMap(item -> drafts.find(id, acting.current().account())
                            .map(draft -> TypedWords.of(
                                    view(forms.form(item.form()), center, draft, language), Set.of(), language)))
                    .ifPresent(draft -> model.put("draft", draft));
        } else {
            answers.toTask(id)
                    .filter(given -> forms.knows(given.form()))
                    .map(given -> AnswersView.of(
                            forms.form(given.form()), given.answers(), language, lookups.at(center), Set.of()))
                    .ifPresent(given -> model.put("given", given));
        }
    }

    private Map<String, List<String>> again(String id, Map<String, List<String>> typed) {
        Map<String, List<String>> again = new HashMap<>(typed);
        again.remove("_csrf");
        drafts.savedAt(id, acting.current().account())
                .ifPresent(at -> again.put(KeptOnDevice.BASE, List.of(at.toString())));
        return again;
    }

    private @Nullable Form form(String key) {
        return forms.knows(key) ? forms.form(key) : null;
    }

    private FormView view(Form form, String center, Map<String, List<String>> typed, Locale language) {
        return FormView.of(form, FormParameters.fieldsOnly(typed), List.of(), language, lookups.at(center));
    }

    private static @Nullable String who(Completion outcome) {
        if (outcome instanceof Completion.HeldBy held) {
            return held.account();
        }
        return outcome instanceof Completion.Gone gone ? gone.completedBy() : null;
    }

    private static String why(Completion outcome) {
        if (outcome instanceof Completion.Newer) {
            return "newer";
        }
        if (outcome instanceof Completion.HeldBy) {
            return "held";
        }
        if (outcome instanceof Completion.Gone gone) {
            return gone.completedBy() == null ? "gone" : "completed";
        }
        if (outcome instanceof Completion.Proposed) {
            return "proposed";
        }
        return outcome instanceof Completion.Away ? "away" : "unclaimed";
    }

    private static String first(Map<String, List<String>> typed, String name) {
        return typed.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }
}
