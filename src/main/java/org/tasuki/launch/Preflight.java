package org.tasuki.launch;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.tasuki.terms.Text;

/** What can be known to fail before anything is started is said at once, in one line. */
final class Preflight {

    private Preflight() {}

    static void check(ConfigurableApplicationContext house) {
        ConfigurableEnvironment settings = house.getEnvironment();
        refuseDemoOnRealData(settings);
        MailServer.check(settings);
        Listener listener = listener(settings);
        if (settings.acceptsProfiles(Profiles.of("demo"))) {
            listener.mustBeLoopback();
        }
        listener.mustBeFree();
        if (!"embedded".equals(settings.getProperty("tasuki.database"))) {
            ExternalDatabase database = ExternalDatabase.in(settings);
            SecretKey.in(settings);
            FutureTask<Void> answer = new FutureTask<>(database::mustAnswer, null);
            new Thread(answer, "database answers").start();
            // Meanwhile the house reads its own plan; nothing is built before the answer is there.
            house.addBeanFactoryPostProcessor(plan -> await(answer));
        }
    }

    private static void await(Future<Void> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The demo office has well-known passwords and invented children; neither belongs in a real office's database. */
    private static void refuseDemoOnRealData(ConfigurableEnvironment settings) {
        if (Set.of(settings.getActiveProfiles()).containsAll(Set.of("demo", "prod"))) {
            throw new StartRefused(new Text(
                    "プロファイル demo と prod は同時に使えません。どちらか一方を指定してください。",
                    "The profiles demo and prod exclude each other: name one of them."));
        }
    }

    private static Listener listener(ConfigurableEnvironment settings) {
        try {
            return new Listener(
                    settings.getProperty("server.address", "127.0.0.1"),
                    settings.getProperty("server.port", Integer.class, 8080));
        } catch (ConversionFailedException e) {
            throw new StartRefused(
                    new Text(
                            "server.port は数字で指定してください（%s）。".formatted(settings.getProperty("server.port")),
                            "server.port must be a number (it is %s).".formatted(settings.getProperty("server.port"))),
                    e);
        }
    }
}
