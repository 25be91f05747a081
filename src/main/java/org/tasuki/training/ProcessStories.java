package org.tasuki.training;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The stories of the processes, {@code processes/training/}, each read when it is first told: most starts of the office need none. */
@Component
public class ProcessStories {

    private final ResourceLoader files;
    private final Map<String, Optional<ProcessStory>> read = new ConcurrentHashMap<>();

    ProcessStories(ResourceLoader files) {
        this.files = files;
    }

    /** Empty for a process that nobody wrote one for: it is told by what stands in its own file. */
    public Optional<ProcessStory> of(String process) {
        return process.matches("[a-z-]{1,60}") ? read.computeIfAbsent(process, this::find) : Optional.empty();
    }

    private Optional<ProcessStory> find(String process) {
        Resource file = files.getResource("classpath:processes/training/" + process + ".yaml");
        return file.exists() ? Optional.of(StoryFile.read(process, file)) : Optional.empty();
    }
}
