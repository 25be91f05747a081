package org.tasuki.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Ed25519 key that signs heads, in a PEM file with its private (PKCS#8) and its public (X.509) part. A copy with the
 * public part alone checks signatures and makes none.
 */
record HeadKey(@Nullable PrivateKey secret, PublicKey open) {

    private static final String ALGORITHM = "Ed25519";

    /** Which key it was: the first 16 hexadecimal digits of the SHA-256 of its public part. */
    String id() {
        return Chained.sha256(open.getEncoded()).substring(0, 16);
    }

    /** Made on the first start, readable to nobody else. */
    static HeadKey keptIn(Path file) throws IOException {
        return Files.exists(file) ? read(file) : generate(file);
    }

    /** Every key in the folder. */
    static List<HeadKey> all(Path folder) throws IOException {
        List<HeadKey> keys = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                keys.add(read(file));
            }
        }
        return List.copyOf(keys);
    }

    static HeadKey read(Path file) throws IOException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            byte[] open = part(pem, "PUBLIC").orElseThrow(() -> new IOException("no public key in " + file));
            Optional<byte[]> secret = part(pem, "PRIVATE");
            return new HeadKey(
                    secret.isPresent() ? keys.generatePrivate(new PKCS8EncodedKeySpec(secret.get())) : null,
                    keys.generatePublic(new X509EncodedKeySpec(open)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("no Ed25519 key in " + file, e);
        }
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean signed(String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static HeadKey generate(Path file) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createFile(file, onlyOwner(file));
            Files.writeString(
                    file,
                    pem("PRIVATE", pair.getPrivate().getEncoded())
                            + pem("PUBLIC", pair.getPublic().getEncoded()));
            return new HeadKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static String pem(String part, byte[] key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN %1$s KEY-----%n%2$s%n-----END %1$s KEY-----%n".formatted(part, lines);
    }

    private static Optional<byte[]> part(String pem, String part) {
        Matcher found = Pattern.compile(
                        "-----BEGIN %1$s KEY-----(.*?)-----END %1$s KEY-----".formatted(part), Pattern.DOTALL)
                .matcher(pem);
        return found.find() ? Optional.of(Base64.getMimeDecoder().decode(found.group(1))) : Optional.empty();
    }

    /** The key stays out of logs and messages. */
    @Override
    public String toString() {
        return id();
    }
}
