package org.tasuki.retention;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules, and how long agencies see, as the database reads them. The migrating account writes them anew whenever the file has changed; the
 * application's own role cannot, so that nobody shortens a rule to get at a case.
 */
@Component
class RetentionRuleTable implements JavaMigration {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RetentionRules rules;

    RetentionRuleTable(RetentionRules rules) {
        this.rules = rules;
    }

    /** None: it is repeated when its checksum changes, after the numbered migrations. */
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "retention rules";
    }

    @Override
    public Integer getChecksum() {
        return JSON.writeValueAsString(rules.all()).hashCode() + rules.sight().months();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement delete = context.getConnection().prepareStatement("delete from retention_rule");
                PreparedStatement insert = context.getConnection()
                        .prepareStatement(
                                """
                                insert into retention_rule (id, effective_from, position, keeps, years, least, answered)
                                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                                """)) {
            delete.executeUpdate();
            List<RetentionRule> all = rules.all();
            for (int position = 0; position < all.size(); position++) {
                insert(insert, all.get(position), position);
            }
        }
        try (PreparedStatement sight = context.getConnection()
                .prepareStatement("with gone as (delete from agency_sight) insert into agency_sight values (?)")) {
            sight.setInt(1, rules.sight().months());
            sight.executeUpdate();
        }
    }

    private static void insert(PreparedStatement insert, RetentionRule rule, int position) throws SQLException {
        insert.setString(1, rule.id());
        insert.setDate(2, Date.valueOf(rule.effectiveFrom()));
        insert.setInt(3, position);
        insert.setString(4, rule.keeps());
        insert.setObject(5, rule.years(), Types.INTEGER);
        insert.setInt(6, rule.least());
        insert.setString(7, JSON.writeValueAsString(rule.answered()));
        insert.executeUpdate();
    }
}
