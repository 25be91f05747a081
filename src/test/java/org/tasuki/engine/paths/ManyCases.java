package org.tasuki.engine.paths;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.terms.CaseNumber;

/**
 * A center with as many open cases as wanted, each the copy of one that came there on the real engine: its executions, task and timer,
 * deadlines and inbox rows, under ids of their own. Written by the superuser, past the triggers, and swept away again.
 */
final class ManyCases {

    static final String CENTER = "many";

    private static final List<String> TABLES = List.of(
            "engine.act_ru_execution",
            "engine.act_ru_task",
            "engine.act_ru_timer_job",
            "engine.act_ru_deadletter_job",
            "engine.act_ru_variable",
            "case_file",
            "case_clock",
            "case_fact",
            "deadline",
            "inbox_item");

    /** What names a row of its own, or one of the copied case's. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "engine.act_ru_execution",
                    List.of("id_", "proc_inst_id_", "parent_id_", "root_proc_inst_id_", "super_exec_"),
            "engine.act_ru_task", List.of("id_", "execution_id_", "proc_inst_id_"),
            "engine.act_ru_timer_job", List.of("id_", "execution_id_", "process_instance_id_"),
            "engine.act_ru_deadletter_job", List.of("id_", "execution_id_", "process_instance_id_"),
            "engine.act_ru_variable", List.of("id_", "execution_id_", "proc_inst_id_"),
            "deadline", List.of("wait_id"),
            "inbox_item", List.of("task_id", "wait_id"));

    private final JdbcClient superuser;

    ManyCases(JdbcClient superuser) {
        this.superuser = superuser;
    }

    void of(CaseNumber original, int cases) {
        of(List.of(original), cases);
    }

    /** So many of each. */
    void of(List<CaseNumber> originals, int cases) {
        script("insert into center (key, prefix, name_ja, name_en) values ('many', 'MN', '大規模児童相談所', 'Large center')");
        int made = 0;
        for (CaseNumber original : originals) {
            int first = made + 1;
            int last = made + cases;
            TABLES.forEach(table -> script(copy(table, original, first, last)));
            made = last;
        }
        TABLES.forEach(table -> superuser.sql("vacuum analyze " + table).update());
    }

    private static String copy(String table, CaseNumber original, int first, int last) {
        StringBuilder changed = new StringBuilder("'center', 'many'");
        NAMES.getOrDefault(table, List.of())
                .forEach(name -> changed.append(", '%1$s', t.%1$s || '-' || n".formatted(name)));
        String number = "'MN-2026-' || lpad(n::text, 7, '0')";
        changed.append(", '%s', %s".formatted(numberOf(table), number));
        if (table.equals("deadline")) {
            changed.append(", 'id', 100000000 + t.id * 100000 + n");
        }
        if (table.equals("engine.act_ru_deadletter_job")) {
            // What it said belongs to the copied one, and goes with it.
            changed.append(", 'exception_stack_id_', null");
        }
        if (table.equals("engine.act_ru_variable")) {
            changed.append(
                    ", 'text_', case t.name_ when 'caseNumber' then %s when 'center' then 'many' else t.text_ end"
                            .formatted(number));
        }
        if (table.equals("inbox_item")) {
            changed.append(", 'lane', null");
        }
        return """
                insert into %1$s overriding system value select r.* from %1$s t cross join generate_series(%2$d, %5$d) n
                cross join lateral jsonb_populate_record(t, jsonb_build_object(%3$s)) r where %4$s
                """
                .formatted(table, first, changed, which(table, original), last);
    }

    private static String numberOf(String table) {
        return switch (table) {
            case "engine.act_ru_execution" -> "business_key_";
            case "case_file" -> "number";
            default -> "case_number";
        };
    }

    private static String which(String table, CaseNumber original) {
        String instances =
                "(select id_ from engine.act_ru_execution where business_key_ = '%s')".formatted(original.value());
        return switch (table) {
            case "engine.act_ru_execution", "engine.act_ru_task", "engine.act_ru_variable" ->
                "t.proc_inst_id_ in " + instances;
            case "engine.act_ru_timer_job", "engine.act_ru_deadletter_job" -> "t.process_instance_id_ in " + instances;
            case "deadline" -> "t.case_number = '%s' and t.ended_at is null".formatted(original.value());
            default -> "t.%s = '%s'".formatted(numberOf(table), original.value());
        };
    }

    private void script(String sql) {
        superuser
                .sql("set session_replication_role = replica; " + sql + "; reset session_replication_role")
                .update();
    }
}
