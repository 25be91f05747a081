package org.tasuki.people;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with 19 MiB and two passes, as OWASP's password storage cheat sheet asks. What bcrypt hashed before is read, and
 * hashed anew when its person signs in.
 */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    private static final String NOW = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    static PasswordEncoder passwordEncoder() {
        PasswordEncoder argon2id = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        return new AFewAtATime(
                new DelegatingPasswordEncoder(NOW, Map.of(NOW, argon2id, "bcrypt", new BCryptPasswordEncoder())));
    }

    /** Each hash takes memory on purpose: a flood of sign-ins must not take all of it. */
    private record AFewAtATime(PasswordEncoder encoder, Semaphore turns) implements PasswordEncoder {

        AFewAtATime(PasswordEncoder encoder) {
            this(encoder, new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true));
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return inTurn(() -> encoder.encode(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return inTurn(() -> encoder.matches(password, hash));
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }

        private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
            turns.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        }
    }
}
