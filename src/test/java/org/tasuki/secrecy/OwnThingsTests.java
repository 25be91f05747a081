package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;

/** What holds no case and is somebody's own: addresses, settings, calendars, the mails to them; and a center's list of who is on call. */
@SecrecyTest
class OwnThingsTests {

    @Autowired
    private AsActor as;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void eachHasEverything() {
        for (Actor person : List.of(TwoCenters.OFFICER_A, TwoCenters.OFFICER_B, TwoCenters.POLICE)) {
            String office = person.equals(TwoCenters.OFFICER_B) ? "bb" : "aa";
            database.asSuperuser()
                    .sql(
                            """
                            insert into mail_address values ('%1$s', '%1$s@example.jp', null, 0, 'admin.a', now(), now());
                            insert into notice_preference values ('%1$s', 'off', 8, array[1], '20:00', '07:00', now());
                            insert into calendar_feed values ('%1$s', 'hash of %1$s', now());
                            insert into outgoing_mail (center, account, kind, occasion, made_at, due_at)
                            values ('%2$s', '%1$s', 'digest', '2026-11-18', now(), now());
                            insert into on_call_notice select min(id), '%1$s', '%2$s', false, now() from notice;
                            insert into on_call (center, account, place, from_at, until_at, made_by, made_at)
                            values ('%2$s', '%1$s', %3$s, now(), now() + interval '1 hour', 'x', now())
                            """
                                    .formatted(person.account(), office, person.equals(TwoCenters.POLICE) ? 2 : 1))
                    .update();
        }
    }

    @AfterEach
    void nobodyHasAnything() {
        database.asSuperuser()
                .sql(
                        """
                        delete from outgoing_mail; delete from mail_address; delete from notice_preference;
                        delete from calendar_feed; delete from on_call; delete from on_call_notice
                        """)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail_address", "notice_preference", "calendar_feed"})
    void onesOwnIsOnesOwn(String table) {
        String sql = "select account from " + table + " order by account";
        assertThat(as.read(TwoCenters.OFFICER_A, sql)).containsExactly("officer.a");
        assertThat(as.read(TwoCenters.POLICE, sql)).containsExactly("police.a");
        assertThat(as.read(TwoCenters.SUPERVISOR_A, sql)).isEmpty();
        assertThat(as.read(Actor.NOBODY, sql)).isEmpty();
        assertThat(as.change(TwoCenters.SUPERVISOR_A, "update " + table + " set account = account"))
                .isZero();
    }

    @Test
    void whatOneWasCalledForIsOnesOwn() {
        String sql = "select account from on_call_notice order by account";
        assertThat(as.read(TwoCenters.OFFICER_A, sql)).containsExactly("officer.a");
        assertThat(as.read(TwoCenters.SUPERVISOR_A, sql)).isEmpty();
        assertThat(as.read(Actor.NOBODY, sql)).isEmpty();
        assertThat(as.change(TwoCenters.SUPERVISOR_A, "update on_call_notice set read_at = now()"))
                .isZero();
    }

    /** Only the system clears mail away, and only what has gone. */
    @Test
    void nobodyClearsMailAwayButTheSystem() {
        database.asSuperuser()
                .sql("update outgoing_mail set state = 'sent' where account = 'police.a'")
                .update();
        String clear = "delete from outgoing_mail";
        assertThat(as.change(TwoCenters.SUPERVISOR_A, clear)).isZero();
        assertThat(as.change(TwoCenters.ADMIN, clear)).isZero();
        assertThat(as.change(TwoCenters.POLICE, clear)).isZero();
        assertThat(as.change(Actor.system("aa"), clear)).isEqualTo(1);
    }

    @Test
    void whoKeepsTheAccountsOfAnOfficeKeepsItsAddresses() {
        assertThat(as.read(TwoCenters.ADMIN, "select account from mail_address order by account"))
                .containsExactly("officer.a", "police.a");
        assertThat(as.read(TwoCenters.ADMIN, "select account from calendar_feed"))
                .isEmpty();
        assertThat(as.read(TwoCenters.ADMIN, "select account from notice_preference"))
                .isEmpty();
    }

    @Test
    void mailIsSeenByItsOfficeAndPutDownByTheSystem() {
        assertThat(as.read(TwoCenters.SUPERVISOR_A, "select account from outgoing_mail order by account"))
                .containsExactly("officer.a", "police.a");
        assertThat(as.read(TwoCenters.OFFICER_B, "select account from outgoing_mail"))
                .containsExactly("officer.b");
        assertThat(as.read(TwoCenters.POLICE, "select account from outgoing_mail"))
                .isEmpty();
        assertThatThrownBy(
                        () -> as.change(
                                TwoCenters.SUPERVISOR_A,
                                """
                        insert into outgoing_mail (center, account, kind, occasion, made_at, due_at)
                        values ('aa', 'officer.a', 'notice', 'x', now(), now())
                        """))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCentersListIsItsOwn() {
        assertThat(as.read(TwoCenters.OFFICER_A, "select account from on_call order by account"))
                .containsExactly("officer.a", "police.a");
        assertThat(as.read(TwoCenters.OFFICER_B, "select account from on_call")).containsExactly("officer.b");
        assertThat(as.read(TwoCenters.POLICE, "select account from on_call")).isEmpty();
        assertThat(as.read(TwoCenters.ADMIN, "select account from on_call")).isEmpty();
    }
}
