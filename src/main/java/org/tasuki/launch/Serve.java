package org.tasuki.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Opens the office: checks, starts, and reports where it is. */
@Command(
        name = "serve",
        description = {"業務画面を起動します（省略時の既定）", "Start the office (the default)."})
final class Serve implements Callable<Integer> {

    private final Class<?> application;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を表示します / show this help")
    private boolean help;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    Serve(Class<?> application) {
        this.application = application;
    }

    Serve(Class<?> application, String... settings) {
        this(application);
        this.settings = List.of(settings);
    }

    @Override
    public Integer call() {
        var spring = new SpringApplication(application);
        spring.addInitializers(Preflight::check);
        spring.addListeners(new StartReport());
        try {
            spring.run(settings.toArray(String[]::new));
            return 0;
        } catch (RuntimeException alreadyReported) { // by StartFailures, or by Spring Boot if it is none of ours
            return 1;
        }
    }
}
