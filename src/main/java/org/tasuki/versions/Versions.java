package org.tasuki.versions;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.engine.Deployment;
import org.tasuki.engine.Finding;
import org.tasuki.engine.Migration;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.VersionDiff;
import org.tasuki.people.Acting;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/** Changed processes, each looked at when it comes in, and put to work on its day. A refused file changes nothing that runs. */
@Component
@Transactional
public class Versions {

    private static final int SHOWN = 50;
    /** Whoever has mended these sends the file again. */
    private static final int MOST_FINDINGS = 200;

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Deployment deployment;
    private final Migration migration;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Versions(
            JdbcClient jdbc, Deployment deployment, Migration migration, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.deployment = deployment;
        this.migration = migration;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Japan.ZONE);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Version> all() {
        return jdbc.sql("select * from process_version order by uploaded_at desc, id limit " + SHOWN)
                .query(Versions::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Version> find(UUID id) {
        return jdbc.sql("select * from process_version where id = ?")
                .param(id)
                .query(Versions::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Finding> findings(Version version) {
        return jdbc.sql("select * from process_finding where version = ? order by place")
                .param(version.id())
                .query((row, index) -> new Finding(
                        version.file(), row.getString("element"), new Text(row.getString("ja"), row.getString("en"))))
                .list();
    }

    /** The file itself; a refused one is not kept. */
    @Transactional(readOnly = true)
    public byte[] xml(Version version) {
        return jdbc.sql("select xml from process_version where id = ?")
                .param(version.id())
                .query(byte[].class)
                .single();
    }

    /** The file at whose place it is, or was, put. */
    @Transactional(readOnly = true)
    public byte[] before(Version version) {
        @Nullable String before = version.before();
        return deployment.file(before == null ? migration.latest(Objects.requireNonNull(version.process())) : before);
    }

    /** Whether a file says nothing else than the version by which cases will begin on that day anyway. */
    @Transactional(readOnly = true)
    public boolean same(ProcessSource file, LocalDate effectiveOn) {
        return deployment
                .process(file)
                .map(process -> VersionDiff.same(planned(process, effectiveOn), file.xml()))
                .orElse(false);
    }

    private byte[] planned(String process, LocalDate on) {
        return jdbc.sql(
                        """
                select xml from process_version where process = ? and state = 'waiting' and effective_on <= ?
                order by effective_on desc, uploaded_at desc limit 1
                """)
                .params(process, on)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> deployment.file(migration.latest(process)));
    }

    /** Takes a file in, sound or not. It begins on its day, or at the next look when that has come. */
    public Version bring(ProcessSource file, LocalDate effectiveOn) {
        Deployment.Judged judged = deployment.judge(file);
        boolean sound = judged.findings().isEmpty();
        UUID id = UUID.randomUUID();
        String name = file.name().substring(0, Math.min(file.name().length(), LONGEST_NAME));
        jdbc.sql(
                        """
                insert into process_version (id, process, file, size, sha256, xml, uploader, uploaded_at, state, effective_on)
                values (:id, :process, :file, :size, :sha, :xml, :by, :at, :state, :on)
                """)
                .param("id", id)
                .param("process", judged.process())
                .param("file", name)
                .param("size", file.xml().length)
                .param("sha", sha256(file.xml()))
                .param("xml", sound ? file.xml() : null)
                .param("by", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .param("state", sound ? "waiting" : "refused")
                .param("on", effectiveOn)
                .update();
        keep(id, judged.findings());
        trail.note(
                sound ? Act.PROCESS_BROUGHT : Act.PROCESS_REFUSED,
                Map.of(
                        "process",
                        Objects.requireNonNullElse(judged.process(), "-"),
                        "sha256",
                        sha256(file.xml()),
                        "from",
                        effectiveOn.toString()));
        return find(id).orElseThrow();
    }

    /** @return whether it was still waiting for its day */
    public boolean withdraw(Version version) {
        boolean waiting = jdbc.sql("update process_version set state = 'withdrawn' where id = ? and state = 'waiting'")
                        .param(version.id())
                        .update()
                > 0;
        if (waiting) {
            trail.note(
                    Act.PROCESS_WITHDRAWN,
                    Map.of("process", Objects.requireNonNull(version.process()), "sha256", version.sha256()));
        }
        return waiting;
    }

    /**
     * Puts the next one to work whose day has come. Its row is held meanwhile: of several nodes one does it.
     *
     * @return whether there was one
     */
    boolean begin() {
        Optional<Version> next = jdbc.sql(
                        """
                select * from process_version where state = 'waiting' and effective_on <= ?
                order by effective_on, uploaded_at limit 1 for update skip locked
                """)
                .param(today())
                .query(Versions::read)
                .optional();
        next.ifPresent(this::begin);
        return next.isPresent();
    }

    private void begin(Version version) {
        String process = Objects.requireNonNull(version.process());
        String before = migration.latest(process);
        List<Finding> findings = deployment.put(new ProcessSource(version.file(), xml(version)));
        if (findings.isEmpty()) {
            jdbc.sql(
                            """
                    update process_version set state = 'effective', before = ?, definition = ?, effective_at = ? where id = ?
                    """)
                    .params(before, migration.latest(process), OffsetDateTime.now(clock), version.id())
                    .update();
            trail.note(Act.PROCESS_BEGUN, Map.of("process", process, "sha256", version.sha256()));
        } else {
            // What it leans on has changed since it was brought in.
            jdbc.sql("update process_version set state = 'refused', xml = null where id = ?")
                    .param(version.id())
                    .update();
            keep(version.id(), findings);
            trail.note(
                    Act.PROCESS_REFUSED,
                    Map.of(
                            "process",
                            process,
                            "sha256",
                            version.sha256(),
                            "from",
                            version.effectiveOn().toString()));
        }
    }

    private void keep(UUID version, List<Finding> findings) {
        for (int place = 0; place < Math.min(findings.size(), MOST_FINDINGS); place++) {
            Finding one = findings.get(place);
            jdbc.sql("insert into process_finding (version, place, element, ja, en) values (?, ?, ?, ?, ?)")
                    .params(
                            version,
                            place,
                            one.element(),
                            one.message().ja(),
                            one.message().en())
                    .update();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Version read(ResultSet row, int index) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                row.getString("process"),
                row.getString("file"),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("uploader"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                Version.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("effective_on", LocalDate.class),
                row.getString("before"),
                row.getString("definition"));
    }
}
