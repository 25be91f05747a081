package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.forms.Form;
import org.tasuki.terms.CaseNumber;
import tools.jackson.databind.json.JsonMapper;

/** What was answered to each task's form: kept whole with the form's version, and in columns where the domain needs them. */
@Component
public class Answers {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CaseFacts facts;
    private final SecretAnswers secrets;
    private final List<AnswerKeeper> keepers;

    Answers(JdbcClient jdbc, JsonMapper json, CaseFacts facts, SecretAnswers secrets, List<AnswerKeeper> keepers) {
        this.jdbc = jdbc;
        this.json = json;
        this.facts = facts;
        this.secrets = secrets;
        this.keepers = keepers;
    }

    public record Completed(CaseNumber number, String by) {}

    /**
     * An answer as it was given, without what its form keeps secret: {@link SecretAnswers} opens that.
     *
     * @param withdrawn whether whoever gave it took it back
     */
    public record Given(
            long id,
            String step,
            String form,
            String formVersion,
            @Nullable String handOver,
            String by,
            Instant at,
            Map<String, Object> answers,
            boolean withdrawn) {}

    /**
     * What the rooms that only judge say to it, before anything is written down.
     *
     * @return the routing values that they add
     * @throws Refusal when the answer cannot stand, with the field and the reason
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refusal.class)
    public Map<String, Object> judge(KeptAnswer answer) {
        return parts(answer, AnswerKeeper::onlyJudges);
    }

    /**
     * Keeps the answer, its facts and each room's part of it, and answers the routing values for the process, but those of {@link #judge}.
     *
     * @throws Refusal only where {@link #keptAside}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> keep(KeptAnswer answer) {
        insert(answer);
        facts.note(answer.number(), answer.center(), answer.submission().facts());
        Map<String, Object> routing = new HashMap<>(answer.submission().routing());
        routing.putAll(parts(answer, keeper -> !keeper.onlyJudges()));
        return routing;
    }

    private Map<String, Object> parts(KeptAnswer answer, Predicate<AnswerKeeper> which) {
        Map<String, Object> routing = new HashMap<>();
        keepers.stream()
                .filter(which)
                .filter(keeper -> keeper.keeps(answer.form()))
                .forEach(keeper -> routing.putAll(keeper.keep(answer)));
        return routing;
    }

    /**
     * What a form shows before anything is typed, as a browser would send it. A sheet that describes a hand-over comes
     * again as it was last written (its secret answers aside), when it was returned or the agency declined; else with what is known of its columns.
     */
    @Transactional(readOnly = true)
    public Map<String, List<String>> begin(Form form, CaseNumber number, @Nullable String handOver) {
        if (handOver == null || form.columns().isEmpty()) {
            return form.defaults();
        }
        return lastWritten(form, number, handOver)
                .map(form::typed)
                .orElseGet(() -> form.begun(known(number, handOver)));
    }

    /** The form as it was answered once, to be looked at again; what it keeps secret aside. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> again(Form form, CaseNumber number, long id) {
        return find(number, id)
                .filter(given -> given.form().equals(form.key()))
                .map(given -> form.typed(given.answers()))
                .orElseGet(form::defaults);
    }

    private Map<String, String> known(CaseNumber number, String handOver) {
        Map<String, String> known = new HashMap<>();
        keepers.forEach(keeper -> known.putAll(keeper.known(number, handOver)));
        return known;
    }

    private Optional<Map<String, Object>> lastWritten(Form form, CaseNumber number, String handOver) {
        return jdbc.sql(
                        """
                        select answers from form_answer where case_number = ? and hand_over = ? and form = ? and withdrawn_at is null
                        order by answered_at desc, id desc limit 1
                        """)
                .params(number.value(), handOver, form.key())
                .query(String.class)
                .optional()
                .map(this::read);
    }

    private void insert(KeptAnswer answer) {
        jdbc.sql(
                        """
                insert into form_answer (case_number, center, task_id, process, step, form, form_version, hand_over, answers,
                                         sealed, answered_by, born_at, answered_at)
                values (:case, :center, :task, :process, :step, :form, :version, :handOver, :answers::jsonb, :sealed, :by,
                        :born, :at)
                """)
                .param("case", answer.number().value())
                .param("center", answer.center())
                .param("task", answer.taskId())
                .param("process", answer.process())
                .param("step", answer.step())
                .param("form", answer.form())
                .param("version", answer.formVersion())
                .param("handOver", answer.handOver(), Types.VARCHAR)
                .param("answers", json.writeValueAsString(answer.answers()))
                .param("sealed", secrets.seal(answer), Types.BINARY)
                .param("by", answer.by())
                .param("born", answer.bornAt().atOffset(ZoneOffset.UTC))
                .param("at", answer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether a room beside this one writes down something of an answer to this form. */
    public boolean keptAside(String form) {
        return keepers.stream().anyMatch(keeper -> keeper.keeps(form) && !keeper.onlyJudges());
    }

    /** Takes back what was answered to a task: it stays in the record and counts no more. Answers it as a browser would send it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, List<String>> withdraw(Form form, String taskId, Instant at) {
        Given given = toTask(taskId).orElseThrow();
        CaseNumber number = completed(taskId).orElseThrow().number();
        Map<String, Object> all = new HashMap<>(given.answers());
        secrets.open(number, given.id()).ifPresent(all::putAll);
        jdbc.sql("update form_answer set withdrawn_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), given.id())
                .update();
        return form.typed(all);
    }

    /** The answers of a case that stand, newest first, as far as the reader may see them. */
    @Transactional(readOnly = true)
    public List<Given> standing(CaseNumber number) {
        return of(number).stream().filter(given -> !given.withdrawn()).toList();
    }

    /** All answers of a case, newest first, as far as the reader may see them. */
    @Transactional(readOnly = true)
    public List<Given> of(CaseNumber number) {
        return jdbc.sql("select * from form_answer where case_number = ? order by answered_at desc, id desc")
                .param(number.value())
                .query(this::given)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Given> find(CaseNumber number, long id) {
        return jdbc.sql("select * from form_answer where case_number = ? and id = ?")
                .params(number.value(), id)
                .query(this::given)
                .optional();
    }

    /** What was answered to a task, as far as the reader may see it. */
    @Transactional(readOnly = true)
    public Optional<Given> toTask(String taskId) {
        return jdbc.sql("select * from form_answer where task_id = ? and withdrawn_at is null")
                .param(taskId)
                .query(this::given)
                .optional();
    }

    /** Who gave the last answer that stands at one of these steps of a process; of one hand-over where one is named. */
    @Transactional(readOnly = true)
    public Optional<String> lastBy(CaseNumber number, String process, List<String> steps, @Nullable String handOver) {
        return jdbc.sql(
                        """
                        select answered_by from form_answer
                        where case_number = :case and process = :process and step = any(:steps) and withdrawn_at is null
                          and hand_over is not distinct from coalesce(:handOver::text, hand_over)
                        order by answered_at desc, id desc limit 1
                        """)
                .param("case", number.value())
                .param("process", process)
                .param("steps", steps.toArray(String[]::new))
                .param("handOver", handOver)
                .query(String.class)
                .optional();
    }

    /** How a task was completed; empty while it is open, and for those who may not see its case. */
    @Transactional(readOnly = true)
    public Optional<Completed> completed(String taskId) {
        return jdbc.sql("select case_number, answered_by from form_answer where task_id = ? and withdrawn_at is null")
                .param(taskId)
                .query((row, index) ->
                        new Completed(new CaseNumber(row.getString("case_number")), row.getString("answered_by")))
                .optional();
    }

    private Given given(ResultSet row, int index) throws SQLException {
        return new Given(
                row.getLong("id"),
                row.getString("step"),
                row.getString("form"),
                row.getString("form_version"),
                row.getString("hand_over"),
                row.getString("answered_by"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                read(row.getString("answers")),
                row.getObject("withdrawn_at") != null);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String stored) {
        return json.readValue(stored, Map.class);
    }
}
