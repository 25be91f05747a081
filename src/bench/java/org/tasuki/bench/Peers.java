package org.tasuki.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** What every engine gets alike. */
final class Peers {

    /** In every pool: enough for sixteen threads and what runs beside them. */
    static final int CONNECTIONS = 20;

    private Peers() {}

    /** The shape of processes/closing.bpmn, in the dialect of the engine that reads it. */
    static byte[] smallCase(String dialect) {
        try (var file = new ClassPathResource("peers/small.bpmn").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("urn:engine", dialect)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
