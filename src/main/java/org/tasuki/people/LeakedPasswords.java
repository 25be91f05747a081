package org.tasuki.people;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The office's own list of leaked passwords, for instance an extract of Have I Been Pwned: sorted by its bytes, so that
 * halving finds a line in a file of any size, and nothing is kept in memory.
 */
final class LeakedPasswords {

    static final LeakedPasswords NONE = new LeakedPasswords(null, false, false);

    private static final Pattern HASHED = Pattern.compile("[0-9a-fA-F]{40}(:\\d+)?");
    private static final int SHA_1_LETTERS = 40;

    private final @Nullable Path file;
    private final boolean hashed;
    private final boolean capitals;

    private LeakedPasswords(@Nullable Path file, boolean hashed, boolean capitals) {
        this.file = file;
        this.hashed = hashed;
        this.capitals = capitals;
    }

    /** A file that is named and cannot be read ends the start: nobody believes in a check that is none. */
    static LeakedPasswords of(String name) {
        Path file = Path.of(name);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            String first = line(open, 0);
            boolean hashed = HASHED.matcher(first).matches();
            return new LeakedPasswords(file, hashed, first.chars().noneMatch(one -> one >= 'a' && one <= 'f'));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the file that tasuki.sign-in.leaked-passwords names cannot be read", unreadable);
        }
    }

    boolean contain(String password) {
        if (file == null) {
            return false;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            return contains(open, hashed ? hash(password) : password);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of leaked passwords cannot be read any more", unreadable);
        }
    }

    private boolean contains(RandomAccessFile open, String wanted) throws IOException {
        long from = 0;
        long until = open.length();
        while (from < until) {
            long middle = beginning(open, (from + until) / 2, from);
            String line = line(open, middle);
            String word = hashed && line.length() > SHA_1_LETTERS ? line.substring(0, SHA_1_LETTERS) : line;
            int order = Arrays.compareUnsigned(bytes(word), bytes(wanted));
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = open.getFilePointer();
            } else {
                until = middle;
            }
        }
        return false;
    }

    /** Where the line begins that this byte is in. */
    private static long beginning(RandomAccessFile open, long at, long from) throws IOException {
        for (long place = at; place > from; place--) {
            open.seek(place - 1);
            if (open.read() == '\n') {
                return place;
            }
        }
        return from;
    }

    private static String line(RandomAccessFile open, long at) throws IOException {
        open.seek(at);
        @Nullable String line = open.readLine();
        return line == null ? "" : new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private String hash(String password) {
        try {
            String hash =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes(password)));
            return capitals ? hash.toUpperCase(Locale.ROOT) : hash;
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
