package org.tasuki.engine.paths;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tasuki.launch.TestDatabase;

/** Every column of every table, read as text and as bytes: what a dump would give away. */
record WholeDatabase(TestDatabase database) {

    /** Where which of the words stand. */
    List<String> holding(List<String> words) {
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            for (String word : words) {
                if (holds(table, word)) {
                    found.add(table + " has " + word);
                }
            }
        }
        return found;
    }

    private boolean holds(String table, String word) {
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return database.asSuperuser()
                .sql("select exists (select from %1$s t where t::text like ? or t::text like ?)".formatted(table))
                .params("%" + word + "%", "%" + hex + "%")
                .query(Boolean.class)
                .single();
    }

    private List<String> tables() {
        return database.asSuperuser()
                .sql(
                        """
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list();
    }
}
