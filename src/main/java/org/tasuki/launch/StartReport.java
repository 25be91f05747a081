package org.tasuki.launch;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What whoever typed the command wants to know next: where it is, who may sign in, how long it took. */
final class StartReport implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment settings = ready.getApplicationContext().getEnvironment();
        PrintWriter out = Terminal.out();
        out.printf("襷 Tasuki  %s%n", address(settings));
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        out.printf("  起動時間 %1$.1f 秒 / started in %1$.1f s%n", seconds);
        if (settings.acceptsProfiles(Profiles.of("demo"))) {
            demo(settings, out);
        }
        out.println("  終了は Ctrl-C / Ctrl-C stops it");
    }

    private static void demo(Environment settings, PrintWriter out) {
        Path data = Path.of(settings.getProperty("tasuki.data", "var")).toAbsolutePath();
        out.printf("  データ / data: %s%n", data.normalize());
        out.printf(
                "  デモ用アカウント（パスワードはすべて %1$s）/ demo accounts (password %1$s):%n    %2$s%n",
                settings.getProperty("tasuki.demo.password"),
                String.join(" ", settings.getProperty("tasuki.demo.accounts", String[].class, new String[0])));
    }

    private static String address(Environment settings) {
        String host = settings.getProperty("server.address", "127.0.0.1");
        String port = settings.getProperty("local.server.port", "");
        return "http://%s:%s/".formatted(List.of("0.0.0.0", "::").contains(host) ? "localhost" : host, port);
    }
}
