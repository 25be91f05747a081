package org.tasuki.launch;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tasuki.secrecy.MasterKey;

/**
 * The database that the demo office carries along. The pool and Flyway depend on these beans, so Spring stops the
 * engine and the pool first and the database last.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tasuki.database", havingValue = "embedded")
class EmbeddedDatabase {

    @Bean
    DataFolder dataFolder(@Value("${tasuki.data}") Path folder) {
        return DataFolder.open(folder);
    }

    @Bean
    PostgresServer postgresServer(DataFolder folder) throws IOException {
        return PostgresServer.keptIn(folder.path(), folder.path(), DatabaseAccounts.keptIn(folder.path()));
    }

    @Bean
    MasterKey masterKey(DataFolder folder) throws IOException {
        return SecretKey.keptIn(folder.path());
    }

    @Bean
    TwoAccounts databaseConnections(PostgresServer server) {
        TwoAccounts.prepareRoles(server);
        return TwoAccounts.onDatabase(server, "tasuki");
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(TwoAccounts accounts) {
        return accounts.forPool();
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(TwoAccounts accounts) {
        return accounts.forFlyway();
    }
}
