package org.tasuki.courses;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.training.FaultyStory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an office has brought in, as the database keeps it; it shows nobody another center's. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OfficeMaterials {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeMaterials.class);
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Acting acting;
    private final Clock clock;

    OfficeMaterials(JdbcClient jdbc, JsonMapper json, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param by the account */
    record Brought(Course course, String by, Instant at) {}

    private record Row(String course, String definition, String by, Instant at) {}

    /** The courses alone: their texts are read when somebody opens one. */
    List<Brought> all() {
        return jdbc
                .sql(
                        """
                        select course, files ->> ('courses/' || course || '.yaml') as definition, imported_by, imported_at
                        from course_material order by course
                        """)
                .query((row, i) -> new Row(
                        row.getString("course"),
                        row.getString("definition"),
                        row.getString("imported_by"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .flatMap(row -> read(row.course(), Map.of(Material.definition(row.course()), row.definition())).stream()
                        .map(material -> new Brought(material.course(), row.by(), row.at())))
                .toList();
    }

    Optional<Material> find(String course) {
        return jdbc.sql("select files from course_material where course = ?")
                .param(course)
                .query(String.class)
                .optional()
                .flatMap(files -> read(course, json.readValue(files, FILES)));
    }

    /** A course that was in order when it came: if a later version of the house reads it no more, the others stay all the same. */
    private static Optional<Material> read(String course, Map<String, String> files) {
        try {
            return Optional.of(Material.read(course, files));
        } catch (FaultyStory faulty) {
            LOG.warn("an office's course is no longer in order: {}", faulty.getMessage());
            return Optional.empty();
        }
    }

    void keep(Material material) {
        jdbc.sql(
                        """
                        insert into course_material (center, course, files, imported_by, imported_at)
                        values (:center, :course, :files::jsonb, :by, :at)
                        on conflict (center, course) do update
                        set files = excluded.files, imported_by = excluded.imported_by, imported_at = excluded.imported_at
                        """)
                .param("center", acting.current().center())
                .param("course", material.course().key())
                .param("files", json.writeValueAsString(material.files()))
                .param("by", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    boolean remove(String course) {
        return jdbc.sql("delete from course_material where course = ?")
                        .param(course)
                        .update()
                > 0;
    }

    /** In the place of what the same person brought before and did not agree to. */
    UUID lay(Map<String, String> files) {
        UUID id = UUID.randomUUID();
        jdbc.sql("delete from course_upload").update();
        jdbc.sql(
                        """
                        insert into course_upload (id, center, account, files, uploaded_at)
                        values (:id, :center, :account, :files::jsonb, :at)
                        """)
                .param("id", id)
                .param("center", acting.current().center())
                .param("account", acting.current().account())
                .param("files", json.writeValueAsString(files))
                .param("at", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    Optional<Map<String, String>> laid(UUID id) {
        return jdbc.sql("select files from course_upload where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(files -> json.readValue(files, FILES));
    }

    boolean clear(UUID id) {
        return jdbc.sql("delete from course_upload where id = ?").param(id).update() > 0;
    }
}
