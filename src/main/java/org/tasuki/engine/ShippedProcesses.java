package org.tasuki.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The process files that come with this version of Tasuki: {@code processes/*.bpmn} on the class path. */
public final class ShippedProcesses {

    private ShippedProcesses() {}

    public static List<ProcessSource> all() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn");
            return Arrays.stream(files).map(ShippedProcesses::open).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProcessSource open(Resource file) {
        try (InputStream xml = file.getInputStream()) {
            return ProcessSource.of(String.valueOf(file.getFilename()), xml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
