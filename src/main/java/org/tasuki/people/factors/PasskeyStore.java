package org.tasuki.people.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of passkeys. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PasskeyStore implements UserCredentialRepository {

    private static final String SELECT =
            "select p.*, o.handle from passkey p join passkey_owner o on o.account = p.account ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Passkey> of(String account) {
        return jdbc.sql("select id, label, since, used_at from passkey where account = ? order by since")
                .param(account)
                .query((row, index) -> new Passkey(
                        new Bytes(row.getBytes("id")).toBase64UrlString(),
                        row.getString("label"),
                        at(row, "since"),
                        at(row, "used_at")))
                .list();
    }

    int remove(String account, String id) {
        return jdbc.sql("delete from passkey where account = ? and id = ?")
                .params(account, Bytes.fromBase64(id).getBytes())
                .update();
    }

    void removeAll(String account) {
        jdbc.sql("delete from passkey where account = ?").param(account).update();
        jdbc.sql("delete from passkey_owner where account = ?").param(account).update();
    }

    /** A new one; or one that has just signed somebody in. */
    @Override
    public void save(CredentialRecord passkey) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        int known = jdbc.sql("update passkey set signatures = ?, backed_up = ?, used_at = ? where id = ?")
                .params(
                        passkey.getSignatureCount(),
                        passkey.isBackupState(),
                        now,
                        passkey.getCredentialId().getBytes())
                .update();
        if (known == 0) {
            add(passkey, now);
        }
    }

    private void add(CredentialRecord passkey, OffsetDateTime now) {
        jdbc.sql(
                        """
                insert into passkey (id, account, label, public_key, signatures, transports, backup_eligible, backed_up,
                                     attestation, client_data, since, used_at)
                select :id, account, :label, :key, :signatures, :transports, :eligible, :backed, :attestation, :client,
                       :at, :at
                from passkey_owner where handle = :handle
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("signatures", passkey.getSignatureCount())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("eligible", passkey.isBackupEligible())
                .param("backed", passkey.isBackupState())
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("at", now)
                .param("handle", passkey.getUserEntityUserId().getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id.getBytes())
                .query(PasskeyStore::known)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(SELECT + "where o.handle = ?")
                .param(handle.getBytes())
                .query(PasskeyStore::known)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey is removed by its owner");
    }

    private static CredentialRecord known(ResultSet row, int index) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signatures"))
                .uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(at(row, "since"))
                .lastUsed(at(row, "used_at"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String kept) {
        return Stream.of(kept.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static byte[] bytes(@Nullable Bytes kept) {
        return kept == null ? new byte[0] : kept.getBytes();
    }
}
