package org.tasuki.people.factors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose passkeys are whose: an authenticator learns the account's name and a random handle, and no person's name. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;

    PasskeyOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find("handle = ?", handle.getBytes());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return find("account = ?", account);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        jdbc.sql("insert into passkey_owner (account, handle) values (?, ?)")
                .params(owner.getName(), owner.getId().getBytes())
                .update();
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("an owner goes with the last passkey");
    }

    private @Nullable PublicKeyCredentialUserEntity find(String which, Object value) {
        return jdbc.sql("select account, handle from passkey_owner where " + which)
                .param(value)
                .query((row, index) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .name(row.getString("account"))
                        .displayName(row.getString("account"))
                        .id(new Bytes(row.getBytes("handle")))
                        .build())
                .optional()
                .orElse(null);
    }
}
