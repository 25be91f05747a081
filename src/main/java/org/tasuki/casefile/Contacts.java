package org.tasuki.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.terms.CaseNumber;

/** The contact log (経過記録): each call, visit and interview, in two fields. */
@Component
@Transactional
public class Contacts {

    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Contacts(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    public record Contact(Instant at, String kind, @Nullable String withWhom, String note, String by) {}

    public void note(CaseNumber number, String center, Contact contact) {
        jdbc.sql(
                        """
                insert into contact_log (case_number, center, at, kind, with_whom, note, by_account)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(number.value())
                .param(center)
                .param(contact.at().atOffset(ZoneOffset.UTC))
                .param(contact.kind())
                .param(contact.withWhom())
                .param(contact.note())
                .param(contact.by())
                .update();
        trail.note(Act.CONTACT_NOTED, number, Map.of("kind", contact.kind()));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Contact> of(CaseNumber number, int most) {
        return jdbc.sql("select * from contact_log where case_number = ? order by at desc, id desc limit ?")
                .params(number.value(), most)
                .query((row, i) -> new Contact(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("with_whom"),
                        row.getString("note"),
                        row.getString("by_account")))
                .list();
    }
}
