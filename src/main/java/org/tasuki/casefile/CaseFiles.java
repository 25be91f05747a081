package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.terms.CaseNumber;

/** The cases. The database shows each reader theirs; a foreign case is as one that does not exist. */
@Component
@Transactional
public class CaseFiles {

    private static final String SELECT =
            """
            select f.*, c.name, c.kana, c.birth_date, c.sex, c.address, c.school
            from case_file f left join child c on c.case_number = f.number
            """;

    private final JdbcClient jdbc;
    private final CaseNumbers numbers;
    private final Timeline timeline;
    private final AuditTrail trail;

    CaseFiles(JdbcClient jdbc, CaseNumbers numbers, Timeline timeline, AuditTrail trail) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.timeline = timeline;
        this.trail = trail;
    }

    /** Opens a case about a child of whom nothing may be known yet. */
    public CaseNumber open(String center, Instant at) {
        CaseNumber number = numbers.next(center, at);
        jdbc.sql(
                        """
                        with opened as
                            (insert into case_file (number, center, status, opened_at) values (:number, :center, 'open', :at))
                        insert into child (case_number, center) values (:number, :center)
                        """)
                .param("number", number.value())
                .param("center", center)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        timeline.note(Timeline.Place.whole(number, center), Timeline.Kind.OPENED, at, Map.of());
        trail.note(Act.CASE_OPENED, number, Map.of());
        return number;
    }

    @Transactional(readOnly = true)
    public Optional<CaseFile> find(CaseNumber number) {
        return jdbc.sql(SELECT + " where f.number = ?")
                .param(number.value())
                .query(CaseFiles::read)
                .optional();
    }

    /** The open cases of a center that the reader sees, the oldest first. */
    @Transactional(readOnly = true)
    public List<CaseNumber> openOf(String center) {
        return jdbc.sql("select number from case_file where center = ? and status = 'open' order by opened_at, number")
                .param(center)
                .query((row, index) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Cases whose number is, or whose child's name or kana contains, what was typed; newest first. */
    public List<CaseFile> search(String typed, int most) {
        trail.noteAlone(Act.CASE_SEARCHED, null, Map.of("length", String.valueOf(typed.length())));
        String text = SearchText.of(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT
                        + " where c.search like '%' || :text || '%' escape '!' or f.number like :number escape '!'"
                        + " order by f.opened_at desc limit :most")
                .param("text", text.replaceAll("([!%_])", "!$1"))
                .param("number", SearchText.number(typed))
                .param("most", most)
                .query(CaseFiles::read)
                .list();
    }

    /** Other open cases of the center whose child bears the same name or kana; newest first. */
    @Transactional(readOnly = true)
    public List<CaseFile> alike(CaseFile file, int most) {
        String name = SearchText.of(file.child().name());
        String kana = SearchText.of(file.child().kana());
        return jdbc.sql(
                        SELECT
                                + """
                         where f.status = 'open' and f.center = :center and f.number <> :number
                           and ((:name <> '' and strpos(c.search, :name) > 0) or (:kana <> '' and strpos(c.search, :kana) > 0))
                         order by f.opened_at desc limit :most
                        """)
                .param("center", file.center())
                .param("number", file.number().value())
                .param("name", name)
                .param("kana", kana)
                .param("most", most)
                .query(CaseFiles::read)
                .list();
    }

    public void describeChild(CaseNumber number, CaseFile.Child child) {
        jdbc.sql(
                        """
                update child set name = coalesce(:name, name), kana = coalesce(:kana, kana),
                    birth_date = coalesce(:birth, birth_date), sex = coalesce(:sex, sex),
                    address = coalesce(:address, address), school = coalesce(:school, school),
                    search = case when :search = '' then search else :search end
                where case_number = :case
                """)
                .param("name", child.name())
                .param("kana", child.kana())
                .param("birth", child.birthDate())
                .param("sex", child.sex())
                .param("address", child.address())
                .param("school", child.school())
                .param("search", SearchText.of(child.name()) + SearchText.of(child.kana()))
                .param("case", number.value())
                .update();
    }

    /** @param urgency AA, A, B, C or D, from the office's table */
    public void setUrgency(CaseNumber number, String urgency) {
        jdbc.sql("update case_file set urgency = ? where number = ?")
                .params(urgency, number.value())
                .update();
    }

    public void setOfficer(CaseNumber number, String account) {
        jdbc.sql("update case_file set officer = ? where number = ?")
                .params(account, number.value())
                .update();
    }

    /** The case comes to an end on its own clock. */
    void end(CaseNumber number, CaseFile.Status status, @Nullable String outcome, Instant at) {
        jdbc.sql("update case_file set status = ?, outcome = ?, closed_at = ? where number = ?")
                .param(key(status))
                .param(outcome)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(number.value())
                .update();
    }

    void reopen(CaseNumber number) {
        jdbc.sql("update case_file set status = 'open', outcome = null, closed_at = null where number = ?")
                .param(number.value())
                .update();
    }

    void joinInto(CaseNumber number, CaseNumber into) {
        jdbc.sql("update case_file set joined_into = ? where number = ?")
                .params(into.value(), number.value())
                .update();
    }

    static String key(CaseFile.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static CaseFile read(ResultSet row, int index) throws SQLException {
        String joined = row.getString("joined_into");
        return new CaseFile(
                new CaseNumber(row.getString("number")),
                row.getString("center"),
                CaseFile.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("outcome"),
                row.getString("urgency"),
                row.getString("officer"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                joined == null ? null : new CaseNumber(joined),
                new CaseFile.Child(
                        row.getString("name"),
                        row.getString("kana"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("sex"),
                        row.getString("address"),
                        row.getString("school")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
