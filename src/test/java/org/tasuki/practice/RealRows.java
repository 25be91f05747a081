package org.tasuki.practice;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table that is none of a class's, as text: what real work is made of. */
record RealRows(JdbcClient superuser) {

    /** By table; sessions come and go with whoever looks, and what the engine counts its ids by belongs to nobody. */
    Map<String, List<String>> read() {
        List<String> practice = practiceWords();
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables()) {
            rows.put(
                    table,
                    superuser
                            .sql(
                                    "select t::text from %s t where not exists (select from unnest(?) w where strpos(t::text, w) > 0) order by 1"
                                            .formatted(table))
                            .param(practice.toArray(String[]::new))
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    /** What only a class's rows contain: keys, case numbers, the engine's ids of its flows, and of what hangs on them. */
    private List<String> practiceWords() {
        return superuser
                .sql(
                        """
                        select 'practice-'
                        union select prefix || '-' from center where key like 'practice-%'
                        union select h.id_ from engine.act_hi_procinst h join case_file f on f.number = h.business_key_
                              where f.center like 'practice-%'
                        union select h.id_ from engine.act_hi_procinst h join engine.act_hi_procinst s on s.id_ = h.super_process_instance_id_
                              join case_file f on f.number = s.business_key_ where f.center like 'practice-%'
                        """)
                .query(String.class)
                .list();
    }

    private List<String> tables() {
        return superuser
                .sql(
                        """
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema', 'session') and tablename <> 'act_ge_property'
                        order by 1
                        """)
                .query(String.class)
                .list();
    }
}
