package org.tasuki.bench.bare;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Spring Boot with its web server, and Flowable: nothing of ours. */
@SpringBootApplication
public class BareApplication {

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        System.out.printf(Locale.ROOT, "started in %.1f s%n", seconds);
    }
}
