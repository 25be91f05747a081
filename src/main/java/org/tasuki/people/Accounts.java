package org.tasuki.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Text;

/** The accounts of a center's staff and of the agencies around it. */
@Component
@Transactional
public class Accounts implements UserDetailsService, UserDetailsPasswordService {

    private static final String SELECT =
            """
            select a.*, coalesce((select string_agg(r.role, ',') from account_role r where r.account = a.id), '') as roles,
                   coalesce(c.name_ja, g.name_ja, '') as place_ja, coalesce(c.name_en, g.name_en, '') as place_en
            from account a left join center c on c.key = a.center left join agency g on g.key = a.agency
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher changes;

    Accounts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = changes;
    }

    /** A new account; the password comes already hashed. */
    public record NewAccount(
            String id,
            Text name,
            String passwordHash,
            Set<Role> roles,
            @Nullable String center,
            @Nullable String agency,
            @Nullable String section) {

        public NewAccount(
                String id,
                Text name,
                String passwordHash,
                Set<Role> roles,
                @Nullable String center,
                @Nullable String agency) {
            this(id, name, passwordHash, roles, center, agency, null);
        }
    }

    public void add(NewAccount account) {
        jdbc.sql(
                        """
                insert into account (id, name_ja, name_en, password, center, agency, section, created_at)
                values (:id, :ja, :en, :password, :center, :agency, :section, :at)
                """)
                .param("id", account.id())
                .param("ja", account.name().ja())
                .param("en", account.name().en())
                .param("password", account.passwordHash())
                .param("center", account.center())
                .param("agency", account.agency())
                .param("section", account.section())
                .param("at", OffsetDateTime.now(clock))
                .update();
        account.roles().forEach(role -> give(account.id(), role));
        changes.publishEvent(new DirectoryChange.AccountAdded(account.id(), account.roles()));
    }

    /** Chosen by the person; it comes already hashed. The session that they chose it in goes on. */
    public void changePassword(String id, String hash) {
        setPassword(id, hash);
        changes.publishEvent(SignInAct.PASSWORD_CHANGED.with(Map.of()));
    }

    /** The same password, hashed as it is today: told by Spring Security as its person signs in. */
    @Override
    public SignedIn updatePassword(UserDetails person, @Nullable String hash) {
        setPassword(person.getUsername(), Objects.requireNonNull(hash));
        return loadUserByUsername(person.getUsername());
    }

    /** Not in a session of its person's: the database ends all that there are. */
    void replacePassword(String id, String hash) {
        jdbc.sql("update account set password = ? where id = ?")
                .params(hash, id)
                .update();
    }

    /** Whoever has signed in with the password stays signed in: the database is told that no other was chosen. */
    private void setPassword(String id, String hash) {
        jdbc.sql("select set_config('tasuki.same_person', ?, true)")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update account set password = ? where id = ?")
                .params(hash, id)
                .update();
        jdbc.sql("select set_config('tasuki.same_person', '', true)")
                .query(String.class)
                .single();
    }

    /**
     * What an account is: its name, its roles and section at the center, or its agency. Only what differs is changed.
     *
     * @throws DataIntegrityViolationException when the section has gone meanwhile
     */
    public void change(SignedIn before, Text name, Set<Role> roles, @Nullable String agency, @Nullable String section) {
        String id = before.getUsername();
        Set<String> changed = new TreeSet<>();
        if (!name.equals(before.name())) {
            changed.add("name");
            jdbc.sql("update account set name_ja = ?, name_en = ? where id = ?")
                    .params(name.ja(), name.en(), id)
                    .update();
        }
        if (!Objects.equals(agency, before.actor().agency())) {
            changed.add("agency");
            jdbc.sql("update account set agency = :agency where id = :id")
                    .param("agency", agency)
                    .param("id", id)
                    .update();
        }
        if (moved(id, section)) {
            changed.add("section");
        }
        if (!roles.equals(before.roles())) {
            changed.add("roles");
            before.roles().stream().filter(role -> !roles.contains(role)).forEach(role -> take(id, role));
            roles.stream().filter(role -> !before.roles().contains(role)).forEach(role -> give(id, role));
        }
        if (!changed.isEmpty()) {
            changes.publishEvent(new DirectoryChange.AccountChanged(id, changed, roles));
        }
    }

    private boolean moved(String id, @Nullable String section) {
        return jdbc.sql("update account set section = :section where id = :id and section is distinct from :section")
                        .param("section", section, Types.VARCHAR)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** The section that an account is in. */
    @Transactional(readOnly = true)
    public Optional<String> section(String id) {
        return jdbc.sql("select section from account where id = ? and section is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    private void give(String id, Role role) {
        jdbc.sql("insert into account_role (account, role) values (?, ?)")
                .params(id, role.key())
                .update();
    }

    private void take(String id, Role role) {
        jdbc.sql("delete from account_role where account = ? and role = ?")
                .params(id, role.key())
                .update();
    }

    /** Nobody signs in with it any more. */
    public void close(String id) {
        if (setEnabled(id, false)) {
            changes.publishEvent(new DirectoryChange.AccountClosed(id));
        }
    }

    public void reopen(String id) {
        if (setEnabled(id, true)) {
            changes.publishEvent(new DirectoryChange.AccountReopened(id));
        }
    }

    private boolean setEnabled(String id, boolean enabled) {
        return jdbc.sql("update account set enabled = :enabled where id = :id and enabled <> :enabled")
                        .param("id", id)
                        .param("enabled", enabled)
                        .update()
                > 0;
    }

    public void remember(String id, Locale language) {
        jdbc.sql("update account set language = ? where id = ?")
                .params(language.getLanguage(), id)
                .update();
    }

    /** The language that the person chose last, at whatever desk. */
    @Transactional(readOnly = true)
    public Optional<Locale> language(String id) {
        return jdbc.sql("select language from account where id = ? and language is not null")
                .param(id)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String id) {
        return find(id).orElseThrow(() -> new UsernameNotFoundException("unknown account"));
    }

    @Transactional(readOnly = true)
    public Optional<SignedIn> find(String id) {
        return id.indexOf('\0') >= 0
                ? Optional.empty() // what somebody typed: the database bears no such character
                : jdbc.sql(SELECT + " where a.id = :id")
                        .param("id", id)
                        .query(Accounts::signedIn)
                        .optional();
    }

    /** The people of a center who hold one of the roles, by account name. */
    @Transactional(readOnly = true)
    public List<SignedIn> withRole(String center, Role... roles) {
        return jdbc.sql(SELECT
                        + " where a.enabled and a.center = :center"
                        + " and exists (select from account_role r where r.account = a.id and r.role in (:roles))"
                        + " order by a.id")
                .param("center", center)
                .param("roles", Stream.of(roles).map(Role::key).toList())
                .query(Accounts::signedIn)
                .list();
    }

    /** A center's own people, then those of its agencies. */
    @Transactional(readOnly = true)
    public List<SignedIn> around(String center) {
        return jdbc.sql(SELECT + " where a.center = :center or g.center = :center order by a.agency nulls first, a.id")
                .param("center", center)
                .query(Accounts::signedIn)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    private static SignedIn signedIn(ResultSet row, int index) throws SQLException {
        Set<Role> roles = Stream.of(row.getString("roles").split(","))
                .map(Role::find)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
        Actor actor = Actor.person(row.getString("id"), roles, row.getString("center"), row.getString("agency"));
        Text name = new Text(row.getString("name_ja"), row.getString("name_en"));
        Text place = new Text(row.getString("place_ja"), row.getString("place_en"));
        return new SignedIn(actor, name, place, row.getString("password"), row.getBoolean("enabled"));
    }
}
