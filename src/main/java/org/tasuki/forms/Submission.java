package org.tasuki.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasuki.terms.Japan;

/**
 * What became of a form that was sent: answers, or problems, or rows rearranged. What was typed is always kept, so that
 * the page can come back with it.
 */
public final class Submission {

    private enum Outcome {
        ACCEPTED,
        REFUSED,
        REARRANGED
    }

    private final Form form;
    private final Outcome outcome;
    private final Map<String, List<String>> typed;
    private final Map<String, Object> answers;
    private final List<Problem> problems;

    private Submission(
            Form form,
            Outcome outcome,
            Map<String, List<String>> typed,
            Map<String, Object> answers,
            List<Problem> problems) {
        this.form = form;
        this.outcome = outcome;
        this.typed = Collections.unmodifiableMap(typed);
        this.answers = Collections.unmodifiableMap(answers);
        this.problems = List.copyOf(problems);
    }

    static Submission read(
            Form form, Map<String, List<String>> typed, Map<String, Object> answers, List<Problem> problems) {
        Outcome outcome = problems.isEmpty() ? Outcome.ACCEPTED : Outcome.REFUSED;
        return new Submission(form, outcome, typed, answers, problems);
    }

    static Submission rearranged(Form form, Map<String, List<String>> typed) {
        return new Submission(form, Outcome.REARRANGED, typed, Map.of(), List.of());
    }

    /** The same, refused by a core module that knows more than the form: the hand-over is not of this case, for one. */
    public Submission refused(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Submission(form, Outcome.REFUSED, typed, answers, all);
    }

    public Form form() {
        return form;
    }

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Whether a row was only added or removed: show the form again, say nothing. */
    public boolean rearranged() {
        return outcome == Outcome.REARRANGED;
    }

    /** What was typed, by the names of the page; for {@link FormView#of}, and to be kept as a draft. */
    public Map<String, List<String>> typed() {
        return typed;
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * The answers by key, in the form's order, ready for JSON: String, Long, BigDecimal, Boolean, List of String, List of
     * Map. Dates are {@code 2026-11-23}, times {@code 14:00}, both {@code 2026-11-23T14:00:00+09:00}. Blank and hidden
     * fields are not in it.
     *
     * @throws IllegalStateException unless {@link #accepted}
     */
    public Map<String, Object> answers() {
        if (!accepted()) {
            throw new IllegalStateException("form " + form.key() + " was not accepted: it has no answers");
        }
        return answers;
    }

    /** Process variables to set; "none" where the field is hidden or blank, so that no earlier round's value stays. */
    public Map<String, String> routing() {
        Map<String, String> routing = new LinkedHashMap<>();
        form.meanings()
                .by(Meaning::routing)
                .forEach((variable, key) -> routing.put(
                        variable, answers().getOrDefault(key, Form.NO_ROUTE).toString()));
        return routing;
    }

    /** Case facts for deadlines; a day counts from its start in Japan. */
    public Map<String, Instant> facts() {
        Map<String, Instant> facts = new LinkedHashMap<>();
        form.meanings().by(Meaning::fact).forEach((fact, key) -> {
            if (answers().get(key) instanceof String at) {
                facts.put(fact, instant(at));
            }
        });
        return facts;
    }

    /** The answers that the domain keeps in columns of its own, by column; unanswered ones are not in it. */
    public Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        form.meanings().by(Meaning::column).forEach((column, key) -> {
            Object answer = answers().get(key);
            if (answer != null) {
                columns.put(column, answer);
            }
        });
        return columns;
    }

    /** The answers that anybody may read who may read the sheet. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>(answers());
        plain.keySet().removeAll(form.secret());
        return plain;
    }

    /** The answers of the secret groups, to be sealed. */
    public Map<String, Object> secret() {
        Map<String, Object> secret = new LinkedHashMap<>(answers());
        secret.keySet().retainAll(form.secret());
        return secret;
    }

    private static Instant instant(String at) {
        return at.contains("T")
                ? OffsetDateTime.parse(at).toInstant()
                : LocalDate.parse(at).atStartOfDay(Japan.ZONE).toInstant();
    }
}
