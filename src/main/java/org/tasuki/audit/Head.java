package org.tasuki.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was last in a chain at a moment. Signed is the UTF-8 of the {@link CanonicalJson}
 * <code>{"at":"…Z","center":"…","hash":"…","key":"…","seq":3}</code>; the signature is base64. A line of the file that is
 * kept elsewhere has the signature as one more key.
 */
record Head(String center, long seq, String hash, Instant at, String key, String signature) {

    static Head signed(String center, Sealer.Link last, Instant at, HeadKey key) {
        Head bare = new Head(center, last.seq(), last.hash(), at, key.id(), "");
        return new Head(center, last.seq(), last.hash(), at, key.id(), key.sign(CanonicalJson.of(bare.fields())));
    }

    boolean isSignedBy(HeadKey known) {
        return key.equals(known.id()) && known.signed(CanonicalJson.of(fields()), signature);
    }

    String line() {
        Map<String, Object> all = fields();
        all.put("signature", signature);
        return CanonicalJson.of(all);
    }

    static Head read(ResultSet row, int index) throws SQLException {
        return new Head(
                row.getString("center"),
                row.getLong("seq"),
                row.getString("hash"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getString("signature"));
    }

    static Head parse(String text) {
        JsonNode line = JsonMapper.shared().readTree(text);
        return new Head(
                line.required("center").asString(),
                line.required("seq").asLong(),
                line.required("hash").asString(),
                Instant.parse(line.required("at").asString()),
                line.required("key").asString(),
                line.required("signature").asString());
    }

    private Map<String, Object> fields() {
        return new HashMap<>(Map.of("at", Chained.utc(at), "center", center, "hash", hash, "key", key, "seq", seq));
    }
}
