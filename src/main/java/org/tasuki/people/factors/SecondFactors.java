package org.tasuki.people.factors;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.SignInAct;

/** Somebody's second factors. Row-level security shows each person their own. */
@Component
@Transactional
public class SecondFactors {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private final AuthenticatorApps apps;
    private final RecoveryCodes codes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher trail;

    SecondFactors(AuthenticatorApps apps, RecoveryCodes codes, JdbcClient jdbc, ApplicationEventPublisher trail) {
        this.apps = apps;
        this.codes = codes;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** @param app since when there is an authenticator app, if there is one */
    public record Held(@Nullable Instant app, int codes) {

        public boolean any() {
            return app != null;
        }
    }

    @Transactional(readOnly = true)
    public Held of(String account) {
        return new Held(apps.since(account).orElse(null), codes.left(account));
    }

    @Transactional(readOnly = true)
    public boolean has(String account) {
        return jdbc.sql("select exists (select from totp where account = ? and sealed is not null)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Who has one: of an administrator's people, all; else nobody but oneself. */
    @Transactional(readOnly = true)
    public Set<String> holders() {
        return jdbc.sql("select account from totp where sealed is not null")
                .query(String.class)
                .set();
    }

    /** New recovery codes, in place of those from before. */
    public List<String> renewCodes(String account) {
        tell(SignInAct.FACTOR_ADDED, Map.of("factor", "recovery"));
        return codes.issue(account);
    }

    /** Makes a new secret for an authenticator app. */
    public void beginApp(String account) {
        apps.begin(account);
    }

    /** The secret that waits for its first code. */
    public Optional<SharedSecret> pendingApp(String account) {
        return apps.pending(account).map(secret -> new SharedSecret(account, Base32.of(secret)));
    }

    /** Takes the app into use and answers its recovery codes; nothing when the code is wrong. */
    public Optional<List<String>> confirmApp(String account, String typed) {
        if (!apps.confirm(account, digits(typed))) {
            return Optional.empty();
        }
        tell(SignInAct.FACTOR_ADDED, Map.of("factor", "app"));
        return Optional.of(codes.issue(account));
    }

    /** Uses up a code of the app, or a recovery code. Answers which kind it was. */
    public Optional<String> accept(String account, String typed) {
        String plain = digits(typed);
        if (SIX_DIGITS.matcher(plain).matches()) {
            return apps.accepts(account, plain) ? Optional.of("app") : Optional.empty();
        }
        return codes.accepts(account, plain) ? Optional.of("recovery") : Optional.empty();
    }

    public void removeApp(String account) {
        codes.remove(account);
        if (apps.remove(account) > 0) {
            tell(SignInAct.FACTOR_REMOVED, Map.of("factor", "app"));
        }
    }

    /** What an administrator does for somebody who has lost everything. Whoever has the lost things is out at once. */
    public void reset(String account) {
        codes.remove(account);
        apps.remove(account);
        jdbc.sql("select sign_out(?)")
                .param(account)
                .query((row, index) -> true)
                .list();
        tell(SignInAct.FACTORS_RESET, Map.of("account", account));
    }

    private void tell(SignInAct act, Map<String, String> detail) {
        trail.publishEvent(act.with(detail));
    }

    /** Japanese keyboards may type full-width digits. */
    private static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
