package org.tasuki.launch;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.tasuki.terms.Text;

/** A PostgreSQL that somebody else runs, as {@code SPRING_DATASOURCE_*} and {@code SPRING_FLYWAY_*} name it. */
record ExternalDatabase(String url, @Nullable String username, @Nullable String password, Account owner) {

    private static final String CHECKS_CERTIFICATES = "org.postgresql.ssl.LibPQFactory";

    /** This machine, by a name or number that no other can take. */
    static final Pattern HERE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?", Pattern.CASE_INSENSITIVE);

    /** Who makes the tables: an account of its own if one is named, else the one that works with them. */
    record Account(@Nullable String username, @Nullable String password) {

        @Override
        public String toString() {
            return String.valueOf(username);
        }
    }

    static ExternalDatabase in(PropertyResolver settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw notNamed();
        }
        var pool = new Account(
                settings.getProperty("spring.datasource.username"), settings.getProperty("spring.datasource.password"));
        var owner =
                new Account(settings.getProperty("spring.flyway.user"), settings.getProperty("spring.flyway.password"));
        var database =
                new ExternalDatabase(url, pool.username(), pool.password(), owner.username() == null ? pool : owner);
        database.mustBePrivate();
        return database;
    }

    /** Between two machines everything would be read along, passwords too: the server must prove that it is the one that is named. */
    private void mustBePrivate() {
        Map<String, String> read = asTheDriverReadsIt();
        boolean here = Stream.of(read.getOrDefault("PGHOST", "localhost").split(","))
                .allMatch(host -> HERE.matcher(host).matches());
        boolean proven = "verify-full".equals(read.get("sslmode"))
                && CHECKS_CERTIFICATES.equals(read.getOrDefault("sslfactory", CHECKS_CERTIFICATES));
        if (!here && !proven) {
            throw readAlong();
        }
    }

    private Map<String, String> asTheDriverReadsIt() {
        try {
            return Stream.of(DriverManager.getDriver(url).getPropertyInfo(url, new Properties()))
                    .filter(property -> property.value != null)
                    .collect(Collectors.toMap(property -> property.name, property -> property.value));
        } catch (SQLException notRead) {
            throw notNamed();
        }
    }

    void mustAnswer() {
        tryOnce(username, password);
        if (!owner.equals(new Account(username, password))) {
            tryOnce(owner.username(), owner.password());
        }
    }

    private void tryOnce(@Nullable String user, @Nullable String secret) {
        DriverManager.setLoginTimeout(10);
        try {
            DriverManager.getConnection(url, user, secret).close();
        } catch (SQLException e) {
            throw refused(user, e);
        }
    }

    private StartRefused refused(@Nullable String user, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return new StartRefused(
                    new Text(
                            "データベースがユーザー %s のサインインを拒否しました。ユーザー名とパスワードを確認してください。".formatted(user),
                            "The database refused the account %s: check its name and password.".formatted(user)),
                    e);
        }
        if (state.equals("3D000")) {
            return new StartRefused(
                    new Text(
                            "データベース %s がありません。先に作成してください。".formatted(place()),
                            "The database %s does not exist: create it first.".formatted(place())),
                    e);
        }
        return new StartRefused(
                new Text(
                        "データベース %s に接続できません（%s）。動いているか、SPRING_DATASOURCE_URL が正しいかを確認してください。".formatted(place(), state),
                        "The database %s cannot be reached (%s): check that it runs and that SPRING_DATASOURCE_URL is right."
                                .formatted(place(), state)),
                e);
    }

    /** The address without its parameters, which may hold a password. */
    private String place() {
        return url.replaceFirst("[?].*", "");
    }

    private StartRefused readAlong() {
        return new StartRefused(new Text(
                "データベース %s との通信が暗号化されず、相手も確認されません。SPRING_DATASOURCE_URL に sslmode=verify-full と sslrootcert=（認証局の証明書）を付けてください。"
                        .formatted(place()),
                "The way to the database %s is not encrypted to a server that proves who it is: add sslmode=verify-full and sslrootcert=… (its authority’s certificate) to SPRING_DATASOURCE_URL."
                        .formatted(place())));
    }

    private static StartRefused notNamed() {
        return new StartRefused(
                new Text(
                        "データベースが指定されていません。SPRING_DATASOURCE_URL（jdbc:postgresql://…）と SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD を設定してください。",
                        "No database is named: set SPRING_DATASOURCE_URL (jdbc:postgresql://…), SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."));
    }

    /** Passwords stay out of logs and messages. */
    @Override
    public String toString() {
        return place();
    }
}
