package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Answers.Given;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.forms.AnswersView;
import org.tasuki.forms.Form;
import org.tasuki.forms.Forms;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** What the desk before wrote: nobody should decide on a sheet that they cannot see. */
@Component
public class Papers {

    /** What came of matters and questions beside the flow: it must not stand in the place of the sheet that is decided on. */
    private static final Set<String> BESIDE = Set.of("matter-done", "question-answer");

    private final Answers answers;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final People people;

    Papers(Answers answers, Forms forms, OfficeLookups lookups, People people) {
        this.answers = answers;
        this.forms = forms;
        this.lookups = lookups;
        this.people = people;
    }

    /** @param open whether the task is about this very sheet */
    public record Paper(String title, Instant at, String who, AnswersView view, boolean open) {}

    /**
     * The sheets to have at hand: of a hand-over, its own; elsewhere the last one, and the first, which says what came in.
     *
     * @param center whose officers and agencies the sheets name
     */
    public List<Paper> before(CaseNumber number, String center, @Nullable String handOver, Locale language) {
        List<Given> all = answers.standing(number).stream()
                .filter(given -> forms.knows(given.form()) && !BESIDE.contains(given.form()))
                .toList();
        return (handOver == null ? lastAndFirst(all) : ofHandOver(all, handOver))
                .stream()
                        .map(given -> paper(given, center, handOver != null, language))
                        .toList();
    }

    AnswersView view(Form form, Given given, String center, Locale language) {
        return AnswersView.of(form, given.answers(), language, lookups.at(center), Set.of());
    }

    /** With what the form keeps secret; {@code secret} is empty when it cannot be opened any more. */
    AnswersView unmasked(Form form, Given given, Optional<Map<String, Object>> secret, String center, Locale language) {
        if (secret.isEmpty()) {
            return AnswersView.unreadable(form, given.answers(), language, lookups.at(center));
        }
        Map<String, Object> all = new LinkedHashMap<>(given.answers());
        all.putAll(secret.get());
        return AnswersView.of(form, all, language, lookups.at(center), Set.of("notifier"));
    }

    private static List<Given> lastAndFirst(List<Given> newestFirst) {
        if (newestFirst.size() < 2) {
            return newestFirst;
        }
        return List.of(newestFirst.get(0), newestFirst.get(newestFirst.size() - 1));
    }

    /** The request as it was last written, and what was answered to it since. */
    private List<Given> ofHandOver(List<Given> newestFirst, String handOver) {
        List<Given> papers = new ArrayList<>();
        for (Given given : newestFirst) {
            if (handOver.equals(given.handOver())) {
                papers.add(given);
                if (!forms.form(given.form()).columns().isEmpty()) {
                    break;
                }
            }
        }
        return papers;
    }

    private Paper paper(Given given, String center, boolean open, Locale language) {
        Form form = forms.form(given.form());
        return new Paper(
                form.title().in(language),
                given.at(),
                people.name(given.by()).in(language),
                view(form, given, center, language),
                open);
    }
}
