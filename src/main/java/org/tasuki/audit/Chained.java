package org.tasuki.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as its link in the chain sees it. The hash of a link is the SHA-256, in lower-case hexadecimal, of the UTF-8
 * bytes of this {@link CanonicalJson}:
 *
 * <pre>{"act":"case-viewed","actor":"officer","at":"2026-11-23T05:00:00.123456Z","case":"YK-2026-00042","center":"yokosuka",
 * "detail":{},"id":7,"previous":"…","recorded":"2026-11-23T05:00:00.124001Z","seq":3}</pre>
 *
 * (in one line). {@code previous} is the hash of the link before, 64 zeros for the first; {@code seq} counts from 1 in each
 * chain; {@code case} and {@code center} may be null; times are UTC with six digits of a second.
 */
record Chained(
        long id,
        Instant at,
        Instant recorded,
        String actor,
        @Nullable String center,
        @Nullable String caseNumber,
        String act,
        String detail) {

    static final String BEGINNING = "0".repeat(64);

    /** The columns that {@link #read} reads, of a table called e. */
    static final String COLUMNS = "e.id, e.at, e.recorded_at, e.actor, e.center, e.case_number, e.act, e.detail";

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.shared();

    static Chained read(ResultSet row, int index) throws SQLException {
        return new Chained(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("center"),
                row.getString("case_number"),
                row.getString("act"),
                row.getString("detail"));
    }

    String hash(long seq, String previous) {
        return hash(id, seq, previous);
    }

    /** The hash if the entry stood under another number. */
    String hash(long number, long seq, String previous) {
        Map<String, @Nullable Object> link = new HashMap<>();
        link.put("act", act);
        link.put("actor", actor);
        link.put("at", utc(at));
        link.put("case", caseNumber);
        link.put("center", center);
        link.put("detail", JSON.readTree(detail));
        link.put("id", number);
        link.put("previous", previous);
        link.put("recorded", utc(recorded));
        link.put("seq", seq);
        return sha256(CanonicalJson.of(link));
    }

    static String utc(Instant moment) {
        return MICROSECONDS.format(moment);
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
