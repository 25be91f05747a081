package org.tasuki.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.engine.Migration;
import org.tasuki.engine.RunningInstance;
import org.tasuki.people.Acting;

/** What is written down of moves: which cases, how far, what came of each. */
@Component
@Transactional
public class MoveBook {

    private final JdbcClient jdbc;
    private final Migration migration;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    MoveBook(JdbcClient jdbc, Migration migration, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.migration = migration;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who is in the version's process by another one. */
    @Transactional(readOnly = true)
    public List<RunningInstance> behind(Version version) {
        return migration.behind(
                Objects.requireNonNull(version.process()), Objects.requireNonNull(version.definition()));
    }

    /** Whether nothing newer has taken the version's place: only the one by which new cases begin is moved to. */
    @Transactional(readOnly = true)
    public boolean newest(Version version) {
        return version.process() != null
                && version.definition() != null
                && version.definition().equals(migration.latest(version.process()));
    }

    /** The elements at which cases behind it stand. */
    @Transactional(readOnly = true)
    public Set<String> standing(Version version) {
        return migration.standing(
                Objects.requireNonNull(version.process()), Objects.requireNonNull(version.definition()));
    }

    /** @return empty when one is under way already, or nobody is left to move */
    public Optional<UUID> begin(Version version, Map<String, String> renamed) {
        String[] instances = behind(version).stream().map(RunningInstance::id).toArray(String[]::new);
        if (instances.length == 0) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        int begun = jdbc.sql(
                        """
                insert into process_move (id, version, renamed, size, begun_by, begun_at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        id,
                        version.id(),
                        written(renamed),
                        instances.length,
                        acting.current().account(),
                        OffsetDateTime.now(clock))
                .update();
        if (begun == 0) {
            return Optional.empty();
        }
        jdbc.sql(
                        "insert into process_move_row (run, place, instance) select :run, r.* from unnest(:places::int[], :instances::text[]) r")
                .param("run", id)
                .param("places", IntStream.range(0, instances.length).boxed().toArray(Integer[]::new))
                .param("instances", instances)
                .update();
        note(Act.PROCESS_MOVE_BEGUN, version, instances.length);
        return Optional.of(id);
    }

    private void note(Act act, Version version, int size) {
        trail.note(
                act,
                Map.of(
                        "process",
                        Objects.requireNonNull(version.process()),
                        "version",
                        Objects.requireNonNull(version.definition()),
                        "size",
                        String.valueOf(size)));
    }

    /** @return whether it was running */
    public boolean pause(Move move, Version version) {
        return turn(move, version, "running", "paused", Act.PROCESS_MOVE_PAUSED);
    }

    /** @return whether it was paused */
    public boolean resume(Move move, Version version) {
        return turn(move, version, "paused", "running", Act.PROCESS_MOVE_RESUMED);
    }

    private boolean turn(Move move, Version version, String from, String to, Act act) {
        boolean turned = jdbc.sql("update process_move set state = ? where id = ? and state = ?")
                        .params(to, move.id(), from)
                        .update()
                > 0;
        if (turned) {
            note(act, version, move.size());
        }
        return turned;
    }

    @Transactional(readOnly = true)
    public Optional<Move> find(UUID id) {
        return jdbc.sql("select * from process_move where id = ?")
                .param(id)
                .query(MoveBook::read)
                .optional();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Move> of(Version version) {
        return jdbc.sql("select * from process_move where version = ? order by begun_at desc")
                .param(version.id())
                .query(MoveBook::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Move.Progress progress(Move move) {
        return jdbc.sql(
                        """
                select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'moved') as moved,
                       count(*) filter (where state = 'left') as "left"
                from process_move_row where run = ?
                """)
                .param(move.id())
                .query((row, index) -> new Move.Progress(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Those that are left come first: somebody has to look at them. Numbers are the engine's, which has no names. */
    @Transactional(readOnly = true)
    public List<Move.Row> rows(Move move, int most) {
        return jdbc.sql(
                        """
                select r.*, h.business_key_ from process_move_row r left join engine.act_hi_procinst h on h.id_ = r.instance
                where r.run = ? order by r.state = 'left' desc, r.place limit ?
                """)
                .params(move.id(), most)
                .query((row, index) -> new Move.Row(
                        row.getInt("place"),
                        row.getString("instance"),
                        row.getString("business_key_"),
                        row.getString("state"),
                        row.getString("why"),
                        row.getString("element")))
                .list();
    }

    private static String written(Map<String, String> renamed) {
        return new TreeMap<>(renamed)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }

    static Move read(ResultSet row, int index) throws SQLException {
        Map<String, String> renamed = Arrays.stream(row.getString("renamed").split(" "))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Move(
                row.getObject("id", UUID.class),
                row.getObject("version", UUID.class),
                renamed,
                row.getInt("size"),
                Move.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
