package org.tasuki.engine.paths;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Its connection is cut while it has something in hands, as when the machine goes dark. Whoever extends it hears of each thing. */
abstract class DyingNode {

    private final AtomicInteger left = new AtomicInteger(-1);
    private final JdbcClient jdbc;

    DyingNode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void diesAfter(int things) {
        left.set(things);
    }

    boolean died() {
        return left.get() < 0;
    }

    void one() {
        if (left.get() >= 0 && left.getAndDecrement() == 0) {
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                    .query(Boolean.class)
                    .list();
        }
    }
}
