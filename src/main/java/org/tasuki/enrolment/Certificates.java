package org.tasuki.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.terms.Text;

/** Certificates (修了証): one's own, and those that somebody shows to a trainer. */
@Component
@Transactional
public class Certificates {

    private static final Pattern NUMBER = Pattern.compile("[A-HJ-NP-Z2-9]{10}");
    private static final int HALF = 5;

    private static final String SELECT =
            """
            select t.*, a.name_ja as person_ja, a.name_en as person_en,
                   c.name_ja as issuer_ja, c.name_en as issuer_en, coalesce(g.name_ja, c.name_ja) as office_ja, coalesce(g.name_en, c.name_en) as office_en
            from training_certificate t join account a on a.id = t.account join center c on c.key = t.center
            left join agency g on g.key = t.agency
            """;

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final Acting acting;
    private final AuditTrail trail;

    Certificates(JdbcClient jdbc, Keeping keeping, Acting acting, AuditTrail trail) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.acting = acting;
        this.trail = trail;
    }

    /** The last first; what does not count any more is left out. */
    @Transactional(readOnly = true)
    public List<Certificate> mine() {
        return jdbc.sql(SELECT + " where t.account = ? and t.revoked_at is null order by t.completed_at desc")
                .param(acting.current().account())
                .query(Certificates::read)
                .list();
    }

    /** One's own, to be printed. */
    public Optional<Certificate> printed(String number) {
        Optional<Certificate> mine = jdbc.sql(SELECT + " where t.number = ? and t.account = ? and t.revoked_at is null")
                .params(spelled(number), acting.current().account())
                .query(Certificates::read)
                .optional();
        mine.ifPresent(found -> trail.note(Act.TRAINING_CERTIFICATE_PRINTED, Map.of("number", found.number())));
        return mine;
    }

    /** One that somebody shows: of the own center and its agencies; others' offices say themselves what they gave out. */
    public Optional<Certificate> check(String typed) {
        keeping.open();
        Optional<Certificate> found = jdbc.sql(SELECT + " where t.number = ?")
                .param(spelled(typed))
                .query(Certificates::read)
                .optional();
        trail.note(
                Act.TRAINING_CERTIFICATE_CHECKED,
                Map.of(
                        "answer",
                        found.map(one -> one.valid() ? "valid" : "revoked").orElse("unknown")));
        return found;
    }

    /** As it stands on the paper; nothing where it cannot be one. */
    public static String spelled(String typed) {
        String letters = Letters.meant(typed);
        return NUMBER.matcher(letters).matches() ? letters.substring(0, HALF) + "-" + letters.substring(HALF) : "";
    }

    private static Certificate read(ResultSet row, int index) throws SQLException {
        return new Certificate(
                row.getString("number"),
                new Text(row.getString("person_ja"), row.getString("person_en")),
                new Text(row.getString("office_ja"), row.getString("office_en")),
                new Text(row.getString("issuer_ja"), row.getString("issuer_en")),
                new Text(row.getString("name_ja"), row.getString("name_en")),
                Audiences.of(row.getString("audience")),
                row.getInt("minutes"),
                row.getObject("session") != null,
                row.getObject("completed_at", OffsetDateTime.class).toInstant(),
                row.getObject("revoked_at") == null);
    }
}
