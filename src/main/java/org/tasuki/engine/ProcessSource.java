package org.tasuki.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.tasuki.engine.bpmn.ProcessFile;

/** A process file as it came in, unopened. */
public record ProcessSource(String name, byte[] xml) {

    /** So many bytes at most. */
    public static final int LIMIT = ProcessFile.LIMIT;

    /** Reads a stream no further than the linter's limit, whatever its length. */
    public static ProcessSource of(String name, InputStream xml) {
        try {
            return new ProcessSource(name, xml.readNBytes(ProcessFile.LIMIT + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
