package org.tasuki.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Text;

/** Child guidance centers (児童相談所) and the agencies that cases are handed over to. */
@Component
@Transactional
public class Offices {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher changes;

    Offices(JdbcClient jdbc, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public record Center(String key, String prefix, Text name) {}

    public record Agency(String key, Role kind, String center, Text name) {}

    public void add(Center center) {
        jdbc.sql("insert into center (key, prefix, name_ja, name_en) values (?, ?, ?, ?)")
                .params(
                        center.key(),
                        center.prefix(),
                        center.name().ja(),
                        center.name().en())
                .update();
        changes.publishEvent(new DirectoryChange.CenterAdded(center.key()));
    }

    public void add(Agency agency) {
        jdbc.sql("insert into agency (key, kind, center, name_ja, name_en) values (?, ?, ?, ?, ?)")
                .params(
                        agency.key(),
                        agency.kind().key(),
                        agency.center(),
                        agency.name().ja(),
                        agency.name().en())
                .update();
        changes.publishEvent(new DirectoryChange.AgencyAdded(agency.key(), agency.kind()));
    }

    @Transactional(readOnly = true)
    public Optional<Center> center(String key) {
        return jdbc.sql("select * from center where key = ?")
                .param(key)
                .query((row, i) -> new Center(
                        row.getString("key"),
                        row.getString("prefix"),
                        new Text(row.getString("name_ja"), row.getString("name_en"))))
                .optional();
    }

    /** The keys of all, for what the system does at one after the other. */
    @Transactional(readOnly = true)
    public List<String> centers() {
        return jdbc.sql("select key from center order by key")
                .query(String.class)
                .list();
    }

    /** The agencies of these kinds that a center works with, by name. */
    @Transactional(readOnly = true)
    public List<Agency> agencies(String center, Collection<Role> kinds) {
        return jdbc.sql("select * from agency where center = :center and kind in (:kinds) order by name_ja")
                .param("center", center)
                .param("kinds", kinds.stream().map(Role::key).toList())
                .query((row, i) -> new Agency(
                        row.getString("key"),
                        Role.of(row.getString("kind")),
                        row.getString("center"),
                        new Text(row.getString("name_ja"), row.getString("name_en"))))
                .list();
    }
}
