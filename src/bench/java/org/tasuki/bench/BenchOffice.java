package org.tasuki.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiApplication;
import org.tasuki.launch.DurableServer;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.secrecy.MasterKey;
import org.tasuki.terms.Text;

/** Tasuki as an office runs it: sealing its trail, watching its deadlines, under row-level security. */
final class BenchOffice implements AutoCloseable {

    /** As many centers as a large prefecture has: each numbers its own cases. */
    private static final int CENTERS = 5;

    private final ConfigurableApplicationContext context;
    /** Five to a center, and a supervisor for them. */
    final List<Actor> officers = people("officer", Role.OFFICER, 25);

    final List<Actor> supervisors = people("supervisor", Role.SUPERVISOR, 5);

    private BenchOffice(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings beside those of an office, as {@code name=value} */
    static BenchOffice open(DurableServer.House house, String... settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(TasukiApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .profiles("bench")
                .initializers(started -> beans((GenericApplicationContext) started, house))
                .properties(Map.of(
                        "server.port", "0",
                        "tasuki.audit.seal-every", "5s",
                        "tasuki.deadlines.look-every", "5s",
                        "spring.datasource.hikari.maximum-pool-size", String.valueOf(Peers.CONNECTIONS)))
                .properties(settings)
                .run();
        BenchOffice office = new BenchOffice(context);
        office.hire();
        return office;
    }

    private static void beans(GenericApplicationContext context, DurableServer.House house) {
        context.registerBean(JdbcConnectionDetails.class, house::pool);
        context.registerBean(FlywayConnectionDetails.class, house::flyway);
        context.registerBean(
                MasterKey.class, () -> MasterKey.of(MasterKey.generate()).orElseThrow());
        context.registerBean(Watch.class);
    }

    /** Puts the watch before the pool; it costs nothing while nobody watches. */
    static final class Watch implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new WatchedPool(pool) : bean;
        }
    }

    private static List<Actor> people(String desk, Role role, int many) {
        return IntStream.range(0, many)
                .mapToObj(number ->
                        Actor.person("bench-" + desk + number, Set.of(role), "bench" + number % CENTERS, null))
                .toList();
    }

    private void hire() {
        get(TransactionTemplate.class).executeWithoutResult(status -> {
            IntStream.range(0, CENTERS).forEach(number -> get(Offices.class)
                    .add(new Offices.Center(
                            "bench" + number, "B" + (char) ('A' + number), new Text("計測児童相談所", "Bench center"))));
            officers.forEach(this::add);
            supervisors.forEach(this::add);
        });
    }

    private void add(Actor person) {
        get(Accounts.class)
                .add(new Accounts.NewAccount(
                        person.account(),
                        new Text(person.account(), person.account()),
                        "-",
                        person.roles(),
                        person.center(),
                        null));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
