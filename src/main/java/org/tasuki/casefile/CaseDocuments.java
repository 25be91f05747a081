package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseDocument.Label;
import org.tasuki.casefile.CaseDocument.Opened;
import org.tasuki.casefile.CaseDocument.Withdrawal;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a case (資料), sealed in the database with the rest: one transaction, one row-level security, one backup, and
 * no folder to keep in step. Withdrawn ones stay.
 */
@Component
@Transactional
public class CaseDocuments {

    private static final String TABLE = "case_document";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Secrets secrets;
    private final NotifierRight notifier;
    private final CaseClocks clocks;
    private final Acting acting;
    private final AuditTrail trail;

    CaseDocuments(
            JdbcClient jdbc,
            JsonMapper json,
            Secrets secrets,
            NotifierRight notifier,
            CaseClocks clocks,
            Acting acting,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
        this.notifier = notifier;
        this.clocks = clocks;
        this.acting = acting;
        this.trail = trail;
    }

    public UUID add(CaseFile file, NewDocument document) {
        UUID id = UUID.randomUUID();
        Label label = new Label(document.title(), document.name());
        jdbc.sql(
                        """
                insert into case_document (id, case_number, center, kind, content_kind, size, reveals_notifier, label, content,
                                           by_account, at)
                values (:id, :case, :center, :kind, :contentKind, :size, :reveals, :label, :content, :by, :at)
                """)
                .param("id", id)
                .param("case", file.number().value())
                .param("center", file.center())
                .param("kind", document.kind().key())
                .param("contentKind", document.content().key())
                .param("size", document.bytes().length)
                .param("reveals", document.revealsNotifier())
                .param("label", secrets.seal(json.writeValueAsString(label), labelPlace(file.number(), id)))
                .param("content", secrets.seal(document.bytes(), contentPlace(file.number(), id)))
                .param("by", acting.current().account())
                .param("at", now(file.number()))
                .update();
        trail.note(
                Act.DOCUMENT_ADDED,
                file.number(),
                Map.of(
                        "file", id.toString(),
                        "kind", document.kind().key(),
                        "content", document.content().key(),
                        "size", String.valueOf(document.bytes().length)));
        return id;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CaseDocument> of(CaseFile file) {
        return jdbc.sql(
                        """
                        select id, kind, content_kind, size, reveals_notifier, label, by_account, at, withdrawn_by, withdrawn_at,
                               withdrawn_reason
                        from case_document where case_number = ? order by at desc, id
                        """)
                .param(file.number().value())
                .query((row, index) -> read(file, row))
                .list();
    }

    /** Without what is in it; empty when there is none for this reader. */
    @Transactional(readOnly = true)
    public Optional<CaseDocument> find(CaseFile file, UUID id) {
        return of(file).stream().filter(document -> document.id().equals(id)).findFirst();
    }

    /**
     * Takes the file out, and notes it.
     *
     * @return empty when it cannot be opened any more
     * @throws IllegalStateException when it reveals the notifier to somebody who may not know
     */
    public Optional<Opened> open(CaseFile file, CaseDocument document) {
        Label label = document.label();
        if (!document.mayOpen()) {
            throw new IllegalStateException("a file of " + file.number() + " is not for everybody");
        }
        trail.note(
                Act.DOCUMENT_TAKEN_OUT,
                file.number(),
                Map.of("file", document.id().toString()));
        return label == null
                ? Optional.empty()
                : content(file.number(), document.id()).map(bytes -> new Opened(label, document.content(), bytes));
    }

    /** Says that it is not to be used any more, and why. A second click finds it withdrawn. */
    public void withdraw(CaseFile file, CaseDocument document, EndingReason reason) {
        int withdrawn = jdbc.sql(
                        """
                        update case_document set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ?
                        where case_number = ? and id = ? and withdrawn_at is null
                        """)
                .params(
                        acting.current().account(),
                        now(file.number()),
                        reason.text(),
                        file.number().value(),
                        document.id())
                .update();
        if (withdrawn > 0) {
            trail.note(
                    Act.DOCUMENT_WITHDRAWN,
                    file.number(),
                    Map.of("file", document.id().toString()));
        }
    }

    private Optional<byte[]> content(CaseNumber number, UUID id) {
        byte[] sealed = jdbc.sql("select content from case_document where case_number = ? and id = ?")
                .params(number.value(), id)
                .query((row, index) -> row.getBytes("content"))
                .single();
        return secrets.content(sealed, contentPlace(number, id));
    }

    private CaseDocument read(CaseFile file, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String by = row.getString("by_account");
        boolean reveals = row.getBoolean("reveals_notifier");
        boolean mayOpen = !reveals || notifier.allows(file, by);
        return new CaseDocument(
                id,
                row.getString("kind"),
                FileKind.of(row.getString("content_kind")),
                row.getInt("size"),
                reveals,
                mayOpen ? label(file.number(), id, row.getBytes("label")) : null,
                mayOpen,
                by,
                instant(row, "at"),
                withdrawal(row));
    }

    private @Nullable Label label(CaseNumber number, UUID id, byte[] sealed) {
        return secrets.open(sealed, labelPlace(number, id))
                .map(words -> json.readValue(words, Label.class))
                .orElse(null);
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        String by = row.getString("withdrawn_by");
        return by == null ? null : new Withdrawal(by, instant(row, "withdrawn_at"), row.getString("withdrawn_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now(CaseNumber number) {
        return clocks.of(number).instant().atOffset(ZoneOffset.UTC);
    }

    static SecretPlace labelPlace(CaseNumber number, UUID id) {
        return new SecretPlace(TABLE, number, "label " + id);
    }

    static SecretPlace contentPlace(CaseNumber number, UUID id) {
        return new SecretPlace(TABLE, number, "content " + id);
    }
}
