package org.tasuki.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, in a schema of their own, made by the migrating account from the scripts in the engine's jar: the
 * application's role may use them and owns none of them. They hold no personal data.
 */
@Component
class EngineTables implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("07");
    }

    @Override
    public String getDescription() {
        return "engine tables of Flowable 8.0.0";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = engine");
            run(connection, "org/flowable/common/db/create/flowable.postgres.create.common.sql");
            run(connection, "org/flowable/db/create/flowable.postgres.create.engine.sql");
            run(connection, "org/flowable/db/create/flowable.postgres.create.history.sql");
            statement.execute("grant select, insert, update, delete on all tables in schema engine to tasuki_app");
            statement.execute("set local search_path = public");
        }
    }

    private static void run(Connection connection, String script) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
    }
}
