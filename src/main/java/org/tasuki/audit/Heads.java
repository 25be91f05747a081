package org.tasuki.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** The signed heads, in the database and, one JSON object a line, in a file that can be kept elsewhere. */
@Component
class Heads {

    private final JdbcClient jdbc;
    private final Chains chains;
    private final Sealer sealer;
    private final Clock clock;
    private final @Nullable HeadKey key;
    private final @Nullable Path file;
    private final List<HeadKey> former;

    Heads(
            JdbcClient jdbc,
            Chains chains,
            Sealer sealer,
            Clock clock,
            @Value("${tasuki.audit.key:}") String key,
            @Value("${tasuki.audit.heads:}") String file,
            @Value("${tasuki.audit.former-keys:}") String formerKeys)
            throws IOException {
        this.jdbc = jdbc;
        this.chains = chains;
        this.sealer = sealer;
        this.clock = clock;
        this.key = key.isBlank() ? null : HeadKey.keptIn(Path.of(key));
        this.file = file.isBlank() ? null : Path.of(file);
        this.former = formerKeys.isBlank() ? List.of() : HeadKey.all(Path.of(formerKeys));
    }

    /** Without a key nothing is signed, and the end of a chain can be cut unseen. */
    boolean canSign() {
        return key != null && key.secret() != null;
    }

    /** Without a key of the office's, nothing can be said of a signature. */
    boolean knowsKey() {
        return key != null || !former.isEmpty();
    }

    /** Signed with the office's key, or with one that it had before and still stands by. */
    boolean isOurs(Head head) {
        return Stream.concat(Stream.ofNullable(key), former.stream()).anyMatch(head::isSignedBy);
    }

    /** Signs each chain that has grown since its last head. */
    void signAll() {
        if (canSign()) {
            chains.all().forEach(this::sign);
        }
    }

    /** In a transaction that may see the chain. */
    Optional<Head> last(String center) {
        return jdbc.sql("select * from audit_head where center = ? order by seq desc, at desc limit 1")
                .param(center)
                .query(Head::read)
                .optional();
    }

    /** In a transaction that may see the chain: the heads of the database and of the file. */
    List<Head> of(String center) throws IOException {
        List<Head> all = new ArrayList<>(jdbc.sql("select * from audit_head where center = ?")
                .param(center)
                .query(Head::read)
                .list());
        kept().stream().filter(head -> head.center().equals(center)).forEach(all::add);
        return all;
    }

    /** The chains that the file speaks of: a center whose row has vanished is missed all the same. */
    List<Head> kept() throws IOException {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Head::parse)
                    .toList();
        } catch (JacksonException | DateTimeException unreadable) {
            throw new IOException("not a file of heads: " + file, unreadable);
        }
    }

    private void sign(String center) {
        HeadKey signing = key;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (signing != null) {
            chains.at(center, () -> {
                Sealer.Link last = sealer.last(center);
                if (last.seq() > lastSigned(center, signing)) {
                    keep(Head.signed(center, last, now, signing));
                }
                return true;
            });
        }
    }

    /** A new key vouches at once for what its forerunner has signed. */
    private long lastSigned(String center, HeadKey signing) {
        return jdbc.sql("select coalesce(max(seq), 0) from audit_head where center = ? and key = ?")
                .params(center, signing.id())
                .query(Long.class)
                .single();
    }

    /** The file first: a head that is in the file and not in the database still counts. */
    private void keep(Head head) {
        if (file != null) {
            try {
                Files.writeString(file, head.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        jdbc.sql("insert into audit_head (center, seq, hash, at, key, signature) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        head.center(),
                        head.seq(),
                        head.hash(),
                        head.at().atOffset(ZoneOffset.UTC),
                        head.key(),
                        head.signature())
                .update();
    }
}
