package org.tasuki.secrecy;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data keys as the database keeps them, sealed. A version is added and never changed, so that no key can be lost. */
@Component
class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final JdbcClient jdbc;
    private final MasterKey master;
    private volatile Keys keys;

    /** @throws WrongKey before the office opens: it would take in what it could never join to the rest */
    KeyRing(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
        this.keys = kept().orElseGet(this::begin);
    }

    Keys keys() {
        return keys;
    }

    /**
     * Whether there are newer ones: another process may have rotated them. When the outer key was replaced meanwhile, there are none for
     * this process, which goes on with those that it knows until it is started with the new one.
     */
    boolean refresh() {
        try {
            return refreshed();
        } catch (WrongKey replaced) {
            LOG.warn("The outer secret key was replaced: start this server anew with the new one");
            return false;
        }
    }

    private boolean refreshed() {
        Keys before = keys;
        Keys now = kept().orElse(before);
        keys = now;
        return now.version() > before.version();
    }

    /** Two at once make two versions, or the later is refused; a key that sealed anything is kept either way. */
    void rotate() {
        refreshed();
        Keys next = keys.withNewest();
        insert(next);
        keys = next;
    }

    /**
     * Seals each version under another outer key; the keys themselves, and what they sealed, stay as they are. All of them or
     * none: called in a transaction, which nobody adds a version beside.
     *
     * @param owner who may change a version: the application's own role never can
     */
    int reseal(MasterKey next, JdbcClient owner) {
        owner.sql("lock table secret_keys in exclusive mode").update();
        List<Keys> all = owner.sql("select version, sealed from secret_keys order by version")
                .query((row, index) -> Keys.open(row.getInt("version"), row.getBytes("sealed"), master))
                .list();
        all.forEach(kept -> owner.sql("update secret_keys set sealed = ? where version = ?")
                .params(kept.seal(next), kept.version())
                .update());
        return all.size();
    }

    private Keys begin() {
        insertUnlessThere(Keys.first());
        return kept().orElseThrow();
    }

    private Optional<Keys> kept() {
        return jdbc.sql("select version, sealed from secret_keys order by version desc limit 1")
                .query((row, index) -> Keys.open(row.getInt("version"), row.getBytes("sealed"), master))
                .optional();
    }

    private void insert(Keys made) {
        jdbc.sql("insert into secret_keys (version, sealed) values (?, ?)")
                .params(made.version(), made.seal(master))
                .update();
    }

    private void insertUnlessThere(Keys made) {
        jdbc.sql("insert into secret_keys (version, sealed) values (?, ?) on conflict do nothing")
                .params(made.version(), made.seal(master))
                .update();
    }
}
