package org.tasuki.secrecy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The data keys as of one version: the newest seals, and each still opens what it sealed. No key is ever left out, so that
 * a row which a rotation missed stays readable.
 */
record Keys(int version, KeysetHandle handle, Aead aead) {

    private static final byte[] PLACE = "tasuki data keys".getBytes(StandardCharsets.UTF_8);

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static Keys first() {
        try {
            return of(1, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    Keys withNewest() {
        try {
            return of(
                    version + 1,
                    KeysetHandle.newBuilder(handle)
                            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                    .withRandomId()
                                    .makePrimary())
                            .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    static Keys open(int version, byte[] sealed, MasterKey master) {
        try {
            return of(version, TinkProtoKeysetFormat.parseEncryptedKeyset(sealed, master.aead(), PLACE));
        } catch (GeneralSecurityException e) {
            throw new WrongKey(e);
        }
    }

    byte[] seal(MasterKey master) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, master.aead(), PLACE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys cannot be sealed", e);
        }
    }

    int newest() {
        return handle.getPrimary().getId();
    }

    private static Keys of(int version, KeysetHandle handle) throws GeneralSecurityException {
        return new Keys(version, handle, handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    /** Keys stay out of logs and messages. */
    @Override
    public String toString() {
        return "Keys " + version;
    }
}
