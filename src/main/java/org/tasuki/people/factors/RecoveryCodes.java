package org.tasuki.people.factors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.PaperCode;

/**
 * Ten codes on paper, each good once, for whoever has lost the telephone. Short enough to be typed on a bad day, 80 bits, and
 * so hashed as a password is, each with a salt of its own.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int CHARACTERS = 16;

    private final JdbcClient jdbc;
    private final PasswordEncoder hashing;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, PasswordEncoder hashing, Clock clock) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** New ones; those from before are void. Nobody can show them a second time. */
    List<String> issue(String account) {
        remove(account);
        List<String> codes = Stream.generate(() -> PaperCode.random(CHARACTERS))
                .limit(HOW_MANY)
                .toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account, hash) values (?, ?)")
                .params(account, hashing.encode(PaperCode.plain(code)))
                .update());
        return codes;
    }

    /** Two desks with the same code at once, and the second is refused. What cannot be a code costs no hashing. */
    boolean accepts(String account, String typed) {
        return PaperCode.plain(typed).length() == CHARACTERS
                && unused(account).stream()
                        .filter(kept -> matches(account, typed, kept))
                        .findFirst()
                        .map(kept -> use(account, kept))
                        .orElse(false);
    }

    private List<String> unused(String account) {
        return jdbc.sql("select hash from recovery_code where account = ? and used_at is null")
                .param(account)
                .query(String.class)
                .list();
    }

    private boolean use(String account, String kept) {
        return jdbc.sql("update recovery_code set used_at = ? where account = ? and hash = ? and used_at is null")
                        .params(OffsetDateTime.now(clock), account, kept)
                        .update()
                == 1;
    }

    int left(String account) {
        return jdbc.sql("select count(*) from recovery_code where account = ? and used_at is null")
                .param(account)
                .query(Integer.class)
                .single();
    }

    int remove(String account) {
        return jdbc.sql("delete from recovery_code where account = ?")
                .param(account)
                .update();
    }

    private boolean matches(String account, String typed, String kept) {
        return kept.startsWith("{")
                ? hashing.matches(PaperCode.plain(typed), kept)
                : kept.equals(hashBefore(account, typed));
    }

    /** As codes were hashed that somebody printed before V34. They are good until they are used or renewed. */
    private static String hashBefore(String account, String code) {
        String letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((account + '\n' + letters).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
