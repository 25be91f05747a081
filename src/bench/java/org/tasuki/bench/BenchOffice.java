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

    static final String CENTER = "bench";

    private final ConfigurableApplicationContext context;
    /** As many as an office has: one a hundred cases or so, and a supervisor for five of them. */
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
                .mapToObj(number -> Actor.person("bench-" + desk + number, Set.of(role), CENTER, null))
                .toList();
    }

    private void hire() {
        get(TransactionTemplate.class).executeWithoutResult(status -> {
            get(Offices.class).add(new Offices.Center(CENTER, "BN", new Text("計測児童相談所", "Bench center")));
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
                        CENTER,
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
