package org.tasuki.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.tasuki.launch.DurableServer;
import org.tasuki.secrecy.MasterKey;

/** From the command to an open office, on a database that is there already, beside Boot and Flowable alone. */
final class StartTime {

    private static final Pattern READY = Pattern.compile("started in ([0-9.]+) s");

    /** What Boot and Flowable alone would not have on their class path, and would else look at. */
    private static final Pattern NOT_BARE =
            Pattern.compile("security|session|thymeleaf|modulith|webauthn|flyway|operaton|test|htmx|playwright");

    private static final Predicate<String> OURS = entry -> entry.endsWith("target" + File.separator + "classes");

    private static final Set<String> SHIPPED = shipped();

    private StartTime() {}

    static void measure(DurableServer server, Results results) {
        Map<String, String> house = server.house("start").environment(MasterKey.generate());
        Map<String, String> bare = server.house("start_bare").environment("");
        double[] ours = new double[Rounds.FIVE];
        double[] peers = new double[Rounds.FIVE];
        tasuki(house);
        bare(bare);
        for (int round = 0; round < Rounds.FIVE; round++) {
            ours[round] = tasuki(house);
            peers[round] = bare(bare);
        }
        results.add(Row.time(
                "start", 1, 1, Rounds.median(ours), Rounds.median(peers), "Spring Boot and Flowable", "s to ready"));
    }

    private static double tasuki(Map<String, String> environment) {
        return started(
                classPath(entry -> isJar(entry) ? SHIPPED.contains(new File(entry).getName()) : OURS.test(entry)),
                environment,
                List.of("org.tasuki.TasukiApplication", "--spring.profiles.active=prod", "--server.port=0"));
    }

    private static double bare(Map<String, String> environment) {
        String classPath = classPath(entry -> !OURS.test(entry)
                && !(isJar(entry) && NOT_BARE.matcher(new File(entry).getName()).find()));
        return started(classPath, environment, List.of("org.tasuki.bench.bare.BareApplication", "--server.port=0"));
    }

    private static String classPath(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isJar(String entry) {
        return entry.endsWith(".jar");
    }

    /** Whoever starts Tasuki has neither its tests nor the engines that it is measured beside. */
    private static Set<String> shipped() {
        try (JarFile office = new JarFile(Path.of("target", "tasuki.jar").toFile())) {
            return office.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In seconds, by the process's own count since its virtual machine began. */
    private static double started(String classPath, Map<String, String> environment, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Duser.timezone=Asia/Tokyo",
                "-cp",
                classPath));
        command.addAll(program);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                return ready(said);
            } finally {
                process.destroy();
                process.waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double ready(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        String line = said.readLine();
        while (line != null) {
            Matcher matcher = READY.matcher(line);
            if (matcher.find()) {
                return Double.parseDouble(matcher.group(1));
            }
            all.append(line).append('\n');
            line = said.readLine();
        }
        throw new IllegalStateException("it did not start:\n" + all);
    }
}
