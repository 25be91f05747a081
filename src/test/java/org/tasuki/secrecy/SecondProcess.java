package org.tasuki.secrecy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Another server on the same database, with a key ring of its own. */
@Component
public final class SecondProcess {

    private final JdbcClient jdbc;
    private final MasterKey master;

    SecondProcess(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    public Secrets anotherProcess() {
        return new Secrets(new KeyRing(jdbc, master));
    }
}
