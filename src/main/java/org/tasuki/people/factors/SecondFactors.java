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
    private final PasskeyStore passkeys;
    private final RecoveryCodes codes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher trail;

    SecondFactors(
            AuthenticatorApps apps,
            PasskeyStore passkeys,
            RecoveryCodes codes,
            JdbcClient jdbc,
            ApplicationEventPublisher trail) {
        this.apps = apps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** @param app since when there is an authenticator app, if there is one */
    public record Held(@Nullable Instant app, List<Passkey> passkeys, int codes) {

        public boolean any() {
            return app != null || !passkeys.isEmpty();
        }

        /** Whether it is the only one: where a second factor is required, this one stays. */
        public boolean only() {
            return (app == null ? 0 : 1) + passkeys.size() == 1;
        }
    }

    @Transactional(readOnly = true)
    public Held of(String account) {
        return new Held(apps.since(account).orElse(null), passkeys.of(account), codes.left(account));
    }

    @Transactional(readOnly = true)
    public boolean has(String account) {
        return jdbc.sql("select exists (select from totp where account = :account and sealed is not null)"
                        + " or exists (select from passkey where account = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Who has one: of an administrator's people, all; else nobody but oneself. */
    @Transactional(readOnly = true)
    public Set<String> holders() {
        return jdbc.sql("select account from totp where sealed is not null union select account from passkey")
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
        if (apps.remove(account) > 0) {
            removed(account, "app");
        }
    }

    /** @param id as {@link Passkey} has it */
    public void removePasskey(String account, String id) {
        boolean mine = passkeys.of(account).stream().map(Passkey::id).anyMatch(id::equals);
        if (mine && passkeys.remove(account, id) > 0) {
            removed(account, "passkey");
        }
    }

    /** Recovery codes are in place of something: without it they go. */
    private void removed(String account, String factor) {
        tell(SignInAct.FACTOR_REMOVED, Map.of("factor", factor));
        if (!has(account)) {
            codes.remove(account);
        }
    }

    /** What an administrator does for somebody who has lost everything. Whoever has the lost things is out at once. */
    public void reset(String account) {
        codes.remove(account);
        apps.remove(account);
        passkeys.removeAll(account);
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
