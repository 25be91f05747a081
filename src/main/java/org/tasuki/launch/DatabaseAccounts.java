package org.tasuki.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated passwords of the embedded database, kept beside it in a file that only its owner may read. */
record DatabaseAccounts(String superuser, String owner, String app) {

    /** Makes the tables (Flyway). Owns the database, and is no superuser. */
    static final String OWNER = "tasuki_owner";
    /** Works with the tables (the pool). Owns nothing, so row-level security holds for it. */
    static final String APP = "tasuki_app";

    static final String SUPERUSER = "postgres";

    private static final SecureRandom RANDOM = new SecureRandom();

    static DatabaseAccounts keptIn(Path folder) throws IOException {
        Path file = folder.resolve("database-accounts.properties");
        return Files.exists(file) ? read(file) : generate(file);
    }

    private static DatabaseAccounts generate(Path file) throws IOException {
        var accounts = new DatabaseAccounts(password(), password(), password());
        PrivateFiles.write(
                file,
                "%s=%s\n%s=%s\n%s=%s\n"
                        .formatted(SUPERUSER, accounts.superuser, OWNER, accounts.owner, APP, accounts.app));
        return accounts;
    }

    private static DatabaseAccounts read(Path file) throws IOException {
        var kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new DatabaseAccounts(
                kept.getProperty(SUPERUSER, ""), kept.getProperty(OWNER, ""), kept.getProperty(APP, ""));
    }

    /** Letters and digits only, so that it can stand in SQL text where no parameter can. */
    private static String password() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Passwords stay out of logs and messages. */
    @Override
    public String toString() {
        return "DatabaseAccounts";
    }
}
