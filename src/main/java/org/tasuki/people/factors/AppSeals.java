package org.tasuki.people.factors;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.secrecy.Resealable;
import org.tasuki.secrecy.Secrets;

/** The secret that the actor's authenticator app shares with us, under the newest key. */
@Component
class AppSeals implements Resealable {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Acting acting;

    AppSeals(JdbcClient jdbc, Secrets secrets, Acting acting) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.acting = acting;
    }

    @Override
    public Kind kind() {
        return Kind.FACTORS;
    }

    /** One row a person, and never in plain words. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Batch next(boolean all, String after) {
        return all ? reseal("sealed").plus(reseal("pending")) : Batch.NOTHING;
    }

    private Batch reseal(String column) {
        String account = acting.current().account();
        Optional<byte[]> older = jdbc.sql(
                        "select " + column + " from totp where account = ? and " + column + " is not null for update")
                .param(account)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .filter(kept -> !isNewest(kept));
        if (older.isEmpty()) {
            return Batch.NOTHING;
        }
        return secrets.open(older.get(), AuthenticatorApps.place(account))
                .map(secret -> jdbc.sql("update totp set " + column + " = ? where account = ?")
                        .params(secrets.seal(secret, AuthenticatorApps.place(account)), account)
                        .update())
                .map(rows -> new Batch(rows, 0, null))
                .orElse(new Batch(0, 1, null));
    }

    /** After Tink's own first byte. */
    private boolean isNewest(byte[] sealed) {
        byte[] newest = secrets.newest();
        return Arrays.equals(Arrays.copyOfRange(sealed, 1, 1 + newest.length), newest);
    }
}
