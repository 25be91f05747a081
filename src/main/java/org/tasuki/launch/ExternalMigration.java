package org.tasuki.launch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tasuki.secrecy.MasterKey;

/**
 * The key for an external database, and its migration on a connection of its own: the pool's connections give up their rights at once
 * ({@code set role tasuki_app}), and on the first start that role does not exist yet.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "tasuki.database", havingValue = "external")
class ExternalMigration {

    @Bean
    MasterKey masterKey(Environment settings) {
        return SecretKey.in(settings);
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(Environment settings) {
        ExternalDatabase database = ExternalDatabase.in(settings);
        return new FlywayConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return database.owner().username();
            }

            @Override
            public @Nullable String getPassword() {
                return database.owner().password();
            }

            @Override
            public @Nullable String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
