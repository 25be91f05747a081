package org.tasuki.people.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an authenticator app shows for 30 seconds (RFC 6238, with SHA-1, as all of them understand it). */
final class Totp {

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    /** Clocks differ, and people type slowly: the code before and the code after are good as well. */
    private static final int STEPS_AROUND = 1;

    private Totp() {}

    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MODULUS);
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** Which step's code this is, if it is one that may be used now, and is younger than the last that was. */
    static OptionalLong match(byte[] secret, String code, Instant now, long lastUsed) {
        long middle = step(now);
        return LongStream.rangeClosed(middle - STEPS_AROUND, middle + STEPS_AROUND)
                .filter(step -> step > lastUsed && same(code(secret, step), code))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
