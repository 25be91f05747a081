package org.tasuki.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String key = settings.getProperty("tasuki.secret-key", "");
        if (!key.isBlank()) {
            return MasterKey.of(key).orElseThrow(() -> malformed("TASUKI_SECRET_KEY", "TASUKI_SECRET_KEY", null));
        }
        String file = settings.getProperty("tasuki.secrecy.key-file", "");
        if (file.isBlank()) {
            throw missing();
        }
        return read(Path.of(file));
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

    private static StartRefused missing() {
        return new StartRefused(
                new Text(
                        "通告者の情報を暗号化する秘密鍵が指定されていません。TASUKI_SECRET_KEY（作り方: openssl rand -base64 32）か、鍵のファイルを tasuki.secrecy.key-file で指定してください。",
                        "There is no secret key to encrypt what would reveal notifiers: set TASUKI_SECRET_KEY (to make one: openssl rand -base64 32), or name a file in tasuki.secrecy.key-file."));
    }
}
