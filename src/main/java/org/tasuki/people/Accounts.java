package org.tasuki.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Text;

/** The accounts of a center's staff and of the agencies around it. */
@Component
@Transactional
public class Accounts implements UserDetailsService {

    private static final String SELECT =
            """
            select a.*, coalesce((select string_agg(r.role, ',') from account_role r where r.account = a.id), '') as roles
            from account a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new account; the password comes already hashed. */
    public record NewAccount(
            String id,
            Text name,
            String passwordHash,
            Set<Role> roles,
            @Nullable String center,
            @Nullable String agency) {}

    public void add(NewAccount account) {
        jdbc.sql(
                        """
                insert into account (id, name_ja, name_en, password, center, agency, created_at)
                values (:id, :ja, :en, :password, :center, :agency, :at)
                """)
                .param("id", account.id())
                .param("ja", account.name().ja())
                .param("en", account.name().en())
                .param("password", account.passwordHash())
                .param("center", account.center())
                .param("agency", account.agency())
                .param("at", OffsetDateTime.now(clock))
                .update();
        for (Role role : account.roles()) {
            jdbc.sql("insert into account_role (account, role) values (:account, :role)")
                    .param("account", account.id())
                    .param("role", role.key())
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public SignedIn loadUserByUsername(String id) {
        return find(id).orElseThrow(() -> new UsernameNotFoundException("unknown account"));
    }

    @Transactional(readOnly = true)
    public Optional<SignedIn> find(String id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(Accounts::signedIn)
                .optional();
    }

    /** The people of a center who hold a role, by account name. */
    @Transactional(readOnly = true)
    public List<SignedIn> withRole(String center, Role role) {
        return jdbc.sql(SELECT
                        + " where a.enabled and a.center = :center"
                        + " and exists (select from account_role r where r.account = a.id and r.role = :role)"
                        + " order by a.id")
                .param("center", center)
                .param("role", role.key())
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
        return new SignedIn(actor, name, row.getString("password"), row.getBoolean("enabled"));
    }
}
