package org.tasuki.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links are appended once each, whoever seals and however late an entry commits. */
@TrailTest
class AuditSealingTests {

    @Autowired
    private TrailOffice office;

    @Autowired
    private TrailCheck check;

    @Autowired
    private Sealer sealer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Chains chains;

    @Test
    void theHashIsThatOfTheCanonicalJson() {
        var entry = new Chained(
                7,
                Instant.parse("2026-11-23T05:00:00.123456Z"),
                Instant.parse("2026-11-23T05:00:00.124Z"),
                "officer",
                "yokosuka",
                null,
                "case-viewed",
                "{\"b\": \"\\u0001襷\\\"/\", \"a\": \"1\"}");
        assertThat(entry.hash(3, Chained.BEGINNING))
                .isEqualTo(Chained.sha256(
                        "{\"act\":\"case-viewed\",\"actor\":\"officer\",\"at\":\"2026-11-23T05:00:00.123456Z\","
                                + "\"case\":null,\"center\":\"yokosuka\",\"detail\":{\"a\":\"1\",\"b\":\"\\u0001襷\\\"/\"},\"id\":7,"
                                + "\"previous\":\"" + "0".repeat(64)
                                + "\",\"recorded\":\"2026-11-23T05:00:00.124000Z\",\"seq\":3}"));
        assertThat(Chained.sha256("")).startsWith("e3b0c44298fc1c149afbf4c8996fb924");
    }

    @Test
    void whatWaitsIsCountedWithItsOldest() {
        String center = office.center(3);
        Sealer.Waiting waiting = chains.at(center, () -> sealer.waiting(center));
        assertThat(waiting.count()).isEqualTo(3);
        assertThat(waiting.oldest()).isNotNull();
        assertThat(sealer.seal(center)).isEqualTo(3);
        assertThat(chains.at(center, () -> sealer.waiting(center))).isEqualTo(new Sealer.Waiting(0, null));
    }

    @Test
    void anEntryThatCommitsLateComesLaterInTheChain() throws Exception {
        String center = office.center(0);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService desk = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = desk.submit(() -> office.act(center, () -> {
                written.countDown();
                await(mayCommit);
            }));
            written.await();
            office.act(center, Map.of());
            assertThat(sealer.seal(center)).isEqualTo(1);
            office.act(center, Map.of());
            assertThat(sealer.seal(center)).isEqualTo(1);
            mayCommit.countDown();
            slow.get();
            assertThat(sealer.seal(center)).isEqualTo(1);
        } finally {
            desk.shutdownNow();
        }
        List<Long> ids = office.entries(center);
        assertThat(office.sealed(center)).containsExactly(ids.get(1), ids.get(2), ids.get(0));
        assertThat(check.of(center).broken()).isNull();
    }

    @Test
    void manyWritersAndTwoSealersAtOnceMakeOneWholeChain() throws Exception {
        String center = office.center(0);
        List<Callable<Object>> work = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            work.add(Executors.callable(
                    () -> IntStream.range(0, 50).forEach(i -> office.act(center, Map.of("i", String.valueOf(i))))));
        }
        for (int i = 0; i < 2; i++) {
            Sealer another = new Sealer(jdbc, chains);
            work.add(Executors.callable(() -> IntStream.range(0, 30).forEach(round -> another.seal(center))));
        }
        atOnce(work);
        sealer.seal(center);
        assertThat(sealer.seal(center)).isZero();
        assertThat(office.sealed(center)).hasSize(300).doesNotHaveDuplicates();
        assertThat(check.of(center).broken()).isNull();
    }

    @Test
    void twoSealersOnOneBacklogShareItWithoutADoubleLink() throws Exception {
        String center = office.center(0);
        backlog(center, 2500);
        List<Callable<Integer>> sealers =
                List.of(() -> new Sealer(jdbc, chains).seal(center), () -> new Sealer(jdbc, chains).seal(center));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            int sealed = 0;
            for (Future<Integer> done : two.invokeAll(sealers)) {
                sealed += done.get();
            }
            assertThat(sealed).isEqualTo(2500);
        } finally {
            two.shutdownNow();
        }
        assertThat(office.sealed(center)).hasSize(2500).isSorted();
        assertThat(check.of(center).broken()).isNull();
    }

    @Test
    void aSealerThatDiedMidWayIsFollowedByOneThatGoesOnFromThere() {
        String center = office.center(0);
        backlog(center, 2500);
        office.tamper(
                """
                create function fail_late() returns trigger language plpgsql as
                $$ begin if new.seq = 1500 then raise 'the power failed'; end if; return new; end $$;
                create trigger fail_late before insert on audit_link for each row execute function fail_late();
                """);
        try {
            assertThatThrownBy(() -> sealer.seal(center)).isInstanceOf(DataAccessException.class);
        } finally {
            office.tamper("drop trigger fail_late on audit_link; drop function fail_late");
        }
        assertThat(office.sealed(center)).hasSize(1000);
        assertThat(new Sealer(jdbc, chains).seal(center)).isEqualTo(1500);
        assertThat(sealer.seal(center)).isZero();
        assertThat(check.of(center).broken()).isNull();
    }

    private void backlog(String center, int entries) {
        office.tamper(
                "insert into audit_entry (at, actor, center, act) select clock_timestamp(), 'officer', ?, 'case-viewed'"
                        + " from generate_series(1, ?)",
                center,
                entries);
    }

    private static void atOnce(List<Callable<Object>> work) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Object> done : all.invokeAll(work)) {
                done.get();
            }
        } finally {
            all.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
