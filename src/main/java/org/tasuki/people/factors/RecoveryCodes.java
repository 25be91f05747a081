package org.tasuki.people.factors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes on paper, each good once, for whoever has lost the telephone. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecoveryCodes {

    private static final int HOW_MANY = 10;
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New ones; those from before are void. Nobody can show them a second time. */
    List<String> issue(String account) {
        remove(account);
        List<String> codes =
                Stream.generate(RecoveryCodes::random).limit(HOW_MANY).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (account, hash) values (?, ?)")
                .params(account, hash(account, code))
                .update());
        return codes;
    }

    boolean accepts(String account, String typed) {
        return jdbc.sql("update recovery_code set used_at = ? where account = ? and hash = ? and used_at is null")
                        .params(OffsetDateTime.now(clock), account, hash(account, typed))
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

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return String.join("-", Base32.of(bytes).toLowerCase(Locale.ROOT).split("(?<=\\G.{4})"));
    }

    private static String hash(String account, String code) {
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
