package org.tasuki.launch;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database and its two accounts: the owner makes the tables, the application works with them and owns nothing. */
record TwoAccounts(PostgresServer server, String database) {

    /** Roles belong to the whole server. Repeated on each start, so that an interrupted first start heals. */
    static void prepareRoles(PostgresServer server) {
        JdbcClient superuser = JdbcClient.create(server.asSuperuser("postgres"));
        role(superuser, DatabaseAccounts.OWNER, server.accounts().owner(), "createrole");
        role(superuser, DatabaseAccounts.APP, server.accounts().app(), "nocreaterole");
        // The owner may act as the application (tests of the migration do), and hand that right on.
        superuser.sql("grant tasuki_app to tasuki_owner with admin option").update();
    }

    static TwoAccounts onDatabase(PostgresServer server, String database) {
        JdbcClient superuser = JdbcClient.create(server.asSuperuser("postgres"));
        boolean exists = superuser
                .sql("select exists (select from pg_database where datname = ?)")
                .param(database)
                .query(Boolean.class)
                .single();
        if (!exists) {
            superuser
                    .sql("create database %s owner %s".formatted(database, DatabaseAccounts.OWNER))
                    .update();
        }
        return new TwoAccounts(server, database);
    }

    JdbcConnectionDetails forPool() {
        return new Pool(
                server.url(database), DatabaseAccounts.APP, server.accounts().app());
    }

    FlywayConnectionDetails forFlyway() {
        return new Migration(
                server.url(database), DatabaseAccounts.OWNER, server.accounts().owner());
    }

    private static void role(JdbcClient superuser, String name, String password, String rights) {
        superuser
                .sql(
                        """
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s; end if;
                            alter role %1$s login nosuperuser nobypassrls nocreatedb %2$s password '%3$s';
                        end $$"""
                                .formatted(name, rights, password))
                .update();
    }

    private record Pool(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    private record Migration(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
