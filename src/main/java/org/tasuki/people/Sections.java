package org.tasuki.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Text;

/** The units of a center (係・班). An account is in one of its own center's at most. */
@Component
@Transactional
public class Sections {

    private static final String SELECT =
            """
            select s.*, (select count(*) from account a where a.center = s.center and a.section = s.key) as people,
                   (select count(*) from account a where a.center = s.center and a.enabled and (a.section = s.key or a.id = s.supervisor)
                    and exists (select from account_role r where r.account = a.id and r.role = :guiding)) as supervisors
            from section s where s.center = :center
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher changes;

    Sections(JdbcClient jdbc, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param supervisor the account that guides it (指導教育担当), also from another section */
    public record Named(String center, String key, Text name, @Nullable String supervisor) {}

    /**
     * @param people how many accounts are in it, closed ones too
     * @param supervisors who are in it or guide it, and can sign in
     */
    public record Section(Named named, int people, int supervisors) {

        public String key() {
            return named.key();
        }

        public Text name() {
            return named.name();
        }
    }

    /** @throws DuplicateKeyException when the center has one of that key or name */
    public void add(Named section) {
        jdbc.sql(
                        """
                insert into section (center, key, name_ja, name_en, supervisor) values (:center, :key, :ja, :en, :supervisor)
                """)
                .param("center", section.center())
                .param("key", section.key())
                .param("ja", section.name().ja())
                .param("en", section.name().en())
                .param("supervisor", section.supervisor())
                .update();
        changes.publishEvent(new DirectoryChange.SectionAdded(section.key()));
    }

    /**
     * @param before as whoever changes it has seen it
     * @return whether it was still so; nothing is changed otherwise
     * @throws DuplicateKeyException when another one has that name
     */
    public boolean change(Named before, Named section) {
        int changed = jdbc.sql(
                        """
                update section set name_ja = :ja, name_en = :en, supervisor = :supervisor where center = :center and key = :key
                and name_ja = :wasJa and name_en = :wasEn and supervisor is not distinct from :was
                """)
                .param("center", section.center())
                .param("key", section.key())
                .param("ja", section.name().ja())
                .param("en", section.name().en())
                .param("supervisor", section.supervisor(), Types.VARCHAR)
                .param("wasJa", before.name().ja())
                .param("wasEn", before.name().en())
                .param("was", before.supervisor(), Types.VARCHAR)
                .update();
        if (changed > 0) {
            changes.publishEvent(new DirectoryChange.SectionChanged(section.key()));
        }
        return changed > 0;
    }

    /** @return whether it is gone: one with somebody in it stays */
    public boolean remove(String center, String key) {
        int removed = jdbc.sql(
                        """
                delete from section s where s.center = :center and s.key = :key
                and not exists (select from account a where a.center = s.center and a.section = s.key)
                """)
                .param("center", center)
                .param("key", key)
                .update();
        if (removed > 0) {
            changes.publishEvent(new DirectoryChange.SectionRemoved(key));
        }
        return removed > 0;
    }

    /** By key. */
    @Transactional(readOnly = true)
    public List<Section> of(String center) {
        return select(SELECT + " order by s.key", center)
                .query(Sections::section)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Section> find(String center, String key) {
        return key.indexOf('\0') >= 0
                ? Optional.empty() // what somebody typed: the database bears no such character
                : select(SELECT + " and s.key = :key", center)
                        .param("key", key)
                        .query(Sections::section)
                        .optional();
    }

    private JdbcClient.StatementSpec select(String sql, String center) {
        return jdbc.sql(sql).param("center", center).param("guiding", Role.SUPERVISOR.key());
    }

    private static Section section(ResultSet row, int index) throws SQLException {
        return new Section(
                new Named(
                        row.getString("center"),
                        row.getString("key"),
                        new Text(row.getString("name_ja"), row.getString("name_en")),
                        row.getString("supervisor")),
                row.getInt("people"),
                row.getInt("supervisors"));
    }
}
