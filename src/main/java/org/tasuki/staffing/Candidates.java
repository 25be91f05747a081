package org.tasuki.staffing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;

/** Everybody who works at a desk, seen from one case: in one question, because it is asked whenever a task is born. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Candidates {

    /** Whom the case {@code f} is kept from. */
    private static final String EXCLUDED =
            "exists (select from case_exclusion x where x.case_number = f.number and x.account = %s and x.lifted_at is null)";

    private static final String UNLISTED =
            """
            exists (select from case_restriction x where x.case_number = f.number and x.lifted_at is null
                    and not exists (select from case_reader r where r.restriction = x.id and r.account = %s))""";

    private static final String AWAY =
            "exists (select from absence b where b.account = %s and b.cancelled_at is null and b.starts_at <= :now and :now < b.ends_at)";

    /**
     * People are away on the office's clock, also from a practice case that runs ahead. Their tasks are counted on their own list, which
     * has an index: whoever looks through the whole inbox for each of them waits for it.
     */
    private static final String ALL =
            """
            select a.id, coalesce(a.id = f.officer, false) as officer, coalesce(p.hours, 100) as hours, p.sex, p.languages, p.skills,
                   n.language as asked_language, n.officer_sex as asked_sex,
                   %s as excluded, %s as unlisted,
                   b.until as away_until, b.substitutes,
                   (select count(*) from case_file c where c.officer = a.id and c.status = 'open') as cases,
                   (select count(*) from inbox_item i where i.lane = '@' || a.id) as tasks
            from case_file f
            join account a on a.center = f.center and a.enabled
                 and exists (select from account_role r where r.account = a.id and r.role = :role)
            left join case_need n on n.case_number = f.number
            left join staff_profile p on p.account = a.id
            left join lateral (
                select max(b.ends_at) as until,
                       (select array_agg(s.account order by s.absence, s.place) from absence_substitute s
                        where s.absence = any (array_agg(b.id))) as substitutes
                from absence b where b.account = a.id and b.cancelled_at is null and b.starts_at <= :now and :now < b.ends_at
                having count(*) > 0) b on true
            where f.number = :case order by a.id
            """
                    .formatted(EXCLUDED.formatted("a.id"), UNLISTED.formatted("a.id"));

    private static final String HINDRANCES =
            """
            select * from (select f.number, case when %s then 'EXCLUDED' when %s then 'UNLISTED' when %s then 'AWAY' end as hindrance
                           from case_file f where f.number = any(:cases)) h
            where hindrance is not null
            """
                    .formatted(
                            EXCLUDED.formatted(":account"), UNLISTED.formatted(":account"), AWAY.formatted(":account"));

    private final JdbcClient jdbc;
    private final AssignmentRules rules;
    private final Clock clock;

    Candidates(JdbcClient jdbc, AssignmentRules rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param asked the same of everybody: what the task asks for */
    public record Field(List<Candidate> people, Asked asked) {

        public @Nullable Candidate find(@Nullable String account) {
            return people.stream()
                    .filter(person -> person.account().equals(account))
                    .findFirst()
                    .orElse(null);
        }

        /** The others: nobody approves their own proposal. */
        public Field without(@Nullable String account) {
            return account == null
                    ? this
                    : new Field(
                            people.stream()
                                    .filter(person -> !person.account().equals(account))
                                    .toList(),
                            asked);
        }

        /** What the task asks for and the person brings along. */
        public List<Criterion> met(Candidate person) {
            return asking().filter(one -> one.isMet(person, asked)).toList();
        }

        /** What the task asks for and the person does not bring along. */
        public List<Criterion> missed(Candidate person) {
            return asking().filter(one -> one != Criterion.OFFICER && !one.isMet(person, asked))
                    .toList();
        }

        private Stream<Criterion> asking() {
            return Stream.of(
                            Criterion.OFFICER,
                            asked.skills().isEmpty() ? null : Criterion.SKILLS,
                            asked.language() == null ? null : Criterion.LANGUAGE,
                            asked.sex() == null ? null : Criterion.SEX)
                    .filter(Objects::nonNull);
        }
    }

    private record Row(Candidate person, @Nullable String language, @Nullable String sex) {}

    public Field of(CaseNumber number, Role role, String step) {
        List<Row> rows = jdbc.sql(ALL)
                .param("case", number.value())
                .param("role", role.key())
                .param("now", OffsetDateTime.now(clock))
                .query(Candidates::read)
                .list();
        Set<String> skills = rules.skillsFor(step);
        Asked asked = rows.isEmpty()
                ? new Asked(skills, null, null)
                : new Asked(skills, rows.get(0).language(), rows.get(0).sex());
        return new Field(rows.stream().map(Row::person).toList(), asked);
    }

    /** In which of these cases somebody may be given no task, and why not. */
    public Map<CaseNumber, Candidate.Hindrance> hindrances(String account, Collection<CaseNumber> cases) {
        Map<CaseNumber, Candidate.Hindrance> found = new HashMap<>();
        jdbc.sql(HINDRANCES)
                .param("account", account)
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query((row, i) -> found.put(
                        new CaseNumber(row.getString("number")),
                        Candidate.Hindrance.valueOf(row.getString("hindrance"))))
                .list();
        return found;
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        OffsetDateTime until = row.getObject("away_until", OffsetDateTime.class);
        Candidate person = new Candidate(
                row.getString("id"),
                row.getBoolean("officer"),
                row.getInt("hours"),
                row.getString("sex"),
                Set.copyOf(list(row, "languages")),
                Set.copyOf(list(row, "skills")),
                row.getBoolean("excluded"),
                row.getBoolean("unlisted"),
                until == null ? null : until.toInstant(),
                list(row, "substitutes"),
                row.getInt("cases"),
                row.getInt("tasks"));
        return new Row(person, row.getString("asked_language"), row.getString("asked_sex"));
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : new ArrayList<>(List.of((String[]) array.getArray()));
    }
}
