package org.tasuki.people.factors;

import java.util.Arrays;
import java.util.List;
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
@Transactional(propagation = Propagation.MANDATORY)
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
    public Done reseal() {
        List<Done> done = List.of(reseal("sealed"), reseal("pending"));
        return new Done(
                done.stream().mapToInt(Done::sealed).sum(),
                done.stream().mapToInt(Done::unreadable).sum());
    }

    private Done reseal(String column) {
        String account = acting.current().account();
        Optional<byte[]> older = jdbc.sql(
                        "select " + column + " from totp where account = ? and " + column + " is not null for update")
                .param(account)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .filter(kept -> !isNewest(kept));
        if (older.isEmpty()) {
            return new Done(0, 0);
        }
        return secrets.open(older.get(), AuthenticatorApps.place(account))
                .map(secret -> jdbc.sql("update totp set " + column + " = ? where account = ?")
                        .params(secrets.seal(secret, AuthenticatorApps.place(account)), account)
                        .update())
                .map(rows -> new Done(rows, 0))
                .orElse(new Done(0, 1));
    }

    /** After Tink's own first byte. */
    private boolean isNewest(byte[] sealed) {
        byte[] newest = secrets.newest();
        return Arrays.equals(Arrays.copyOfRange(sealed, 1, 1 + newest.length), newest);
    }
}
