package org.tasuki.inbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;

/**
 * The key under which a person's devices seal what cannot be sent yet. A page asks for it and forgets it when it is closed:
 * what lies on a device is read by nobody who is not signed in as its writer.
 */
@Component
@Transactional
public class DeviceKeys {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DeviceKeys(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @param owner what the device calls whoever it is
     * @param key AES-256, in Base64
     */
    public record DeviceKey(UUID owner, String key) {

        /** Keys stay out of logs. */
        @Override
        public String toString() {
            return "DeviceKey " + owner;
        }
    }

    /** The actor's own, made when it is first asked for. */
    public DeviceKey mine() {
        String me = acting.current().account();
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        jdbc.sql("insert into device_key (account, owner, key, made_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(me, UUID.randomUUID(), fresh, OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select owner, encode(key, 'base64') as key from device_key where account = ?")
                .param(me)
                .query((row, index) -> new DeviceKey(row.getObject("owner", UUID.class), row.getString("key")))
                .single();
    }

    /** Somebody else may have signed in since the page was drawn: what it kept is not sent in their name. */
    @Transactional(readOnly = true)
    public boolean mayBeMine(@Nullable String owner) {
        return owner == null
                || jdbc.sql("select owner::text from device_key where account = ?")
                        .param(acting.current().account())
                        .query(String.class)
                        .optional()
                        .filter(owner::equals)
                        .isPresent();
    }
}
