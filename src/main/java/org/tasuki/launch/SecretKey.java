package org.tasuki.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.tasuki.secrecy.MasterKey;
import org.tasuki.terms.Text;

/**
 * Where the one key is kept that the database does not have: beside the demo office's database in a file that only its owner
 * may read; for a real office where its administrator says.
 */
final class SecretKey {

    private SecretKey() {}

    static MasterKey keptIn(Path folder) throws IOException {
        Path file = folder.resolve("secret-key");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, MasterKey.generate() + "\n");
        }
        return read(file);
    }

    static MasterKey in(PropertyResolver settings) {
        return named(settings, "tasuki.secret-key", "TASUKI_SECRET_KEY", "tasuki.secrecy.key-file")
                .orElseThrow(SecretKey::missing);
    }

    /** The one that shall take its place. */
    static MasterKey next(PropertyResolver settings) {
        return named(settings, "tasuki.new-secret-key", "TASUKI_NEW_SECRET_KEY", "tasuki.secrecy.new-key-file")
                .orElseThrow(SecretKey::noNext);
    }

    private static Optional<MasterKey> named(PropertyResolver settings, String key, String variable, String file) {
        String text = settings.getProperty(key, "");
        if (!text.isBlank()) {
            return Optional.of(MasterKey.of(text).orElseThrow(() -> malformed(variable, variable, null)));
        }
        return Optional.of(settings.getProperty(file, ""))
                .filter(named -> !named.isBlank())
                .map(named -> readPrivate(Path.of(named)));
    }

    private static MasterKey readPrivate(Path file) {
        MasterKey key = read(file);
        try {
            if (!PrivateFiles.isPrivate(file)) {
                throw readableByOthers(file);
            }
        } catch (IOException unreadable) {
            throw malformed("ファイル %s".formatted(file), "The file %s".formatted(file), unreadable);
        }
        return key;
    }

    static StartRefused doesNotFit(Throwable cause) {
        return new StartRefused(
                new Text(
                        "秘密鍵がこのデータベースのものではありません。通告者の情報を暗号化したときの鍵を、TASUKI_SECRET_KEY か tasuki.secrecy.key-file で指定してください。",
                        "The secret key is not this database's: name the one that it was set up with, in TASUKI_SECRET_KEY or tasuki.secrecy.key-file."),
                cause);
    }

    private static MasterKey read(Path file) {
        String ja = "ファイル %s".formatted(file);
        String en = "The file %s".formatted(file);
        try {
            return MasterKey.of(Files.readString(file)).orElseThrow(() -> malformed(ja, en, null));
        } catch (IOException unreadable) {
            throw malformed(ja, en, unreadable);
        }
    }

    private static StartRefused malformed(String ja, String en, @Nullable Throwable cause) {
        return new StartRefused(
                new Text(
                        "%s から秘密鍵を読み取れません。32バイトを base64 で書いてください（作り方: openssl rand -base64 32）。".formatted(ja),
                        "%s does not hold a secret key: 32 bytes as base64 (to make one: openssl rand -base64 32)."
                                .formatted(en)),
                cause);
    }

    private static StartRefused readableByOthers(Path file) {
        return new StartRefused(new Text(
                "秘密鍵のファイル %s をほかの利用者も読み書きできます。chmod 600 で、サーバーの利用者だけが読めるようにしてください。".formatted(file),
                "Others can read or change the secret key’s file %s: let only the server’s account read it (chmod 600)."
                        .formatted(file)));
    }

    private static StartRefused noNext() {
        return new StartRefused(
                new Text(
                        "新しい秘密鍵が指定されていません。TASUKI_NEW_SECRET_KEY（作り方: openssl rand -base64 32）か、鍵のファイルを tasuki.secrecy.new-key-file で指定してください。",
                        "There is no new secret key: set TASUKI_NEW_SECRET_KEY (to make one: openssl rand -base64 32), or name a file in tasuki.secrecy.new-key-file."));
    }

    private static StartRefused missing() {
        return new StartRefused(
                new Text(
                        "通告者の情報を暗号化する秘密鍵が指定されていません。TASUKI_SECRET_KEY（作り方: openssl rand -base64 32）か、鍵のファイルを tasuki.secrecy.key-file で指定してください。",
                        "There is no secret key to encrypt what would reveal notifiers: set TASUKI_SECRET_KEY (to make one: openssl rand -base64 32), or name a file in tasuki.secrecy.key-file."));
    }
}
