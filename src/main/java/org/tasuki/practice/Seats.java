package org.tasuki.practice;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Accounts;
import org.tasuki.people.Accounts.NewAccount;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/** Who takes part in a class. Nobody had an account before; their number lets them in again, and to nothing else. */
@Component
@Transactional
public class Seats {

    /** In one class: more than a room holds. */
    static final int MOST = 100;

    private static final int DIGITS = 8;

    private final SecureRandom dice = new SecureRandom();
    private final JdbcClient jdbc;
    private final Classes classes;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Seats(
            JdbcClient jdbc,
            Classes classes,
            Accounts accounts,
            PasswordEncoder passwords,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param number what they sign in with again; shown once */
    public record Taken(SignedIn person, String number) {}

    /** Empty when the class is full, or has ended meanwhile. */
    public Optional<Taken> take(PracticeClass joined, String nick, ClassDesk desk) {
        return take(joined, nick, desk, null, Act.CLASS_JOINED);
    }

    /** The trainer's own seat at a desk: the one that they had there before, if any. Empty as for anybody else. */
    public Optional<SignedIn> stepIn(PracticeClass held, SignedIn trainer, ClassDesk desk) {
        Optional<SignedIn> before = seatOf(held, trainer, desk);
        before.ifPresent(
                seat -> acting.as(seat.actor(), () -> trail.note(Act.CLASS_STEPPED_IN, Map.of("desk", desk.key()))));
        return before.or(() -> take(held, trainer.name().ja(), desk, trainer.getUsername(), Act.CLASS_STEPPED_IN)
                .map(Taken::person));
    }

    private Optional<SignedIn> seatOf(PracticeClass held, SignedIn trainer, ClassDesk desk) {
        return jdbc
                .sql("select account from practice_seat where center = ? and trainer = ? order by joined_at")
                .params(held.center(), trainer.getUsername())
                .query(String.class)
                .list()
                .stream()
                .flatMap(account -> accounts.find(account).stream())
                .filter(seat -> seat.isEnabled() && desk.isOf(seat, held.center()))
                .findFirst();
    }

    private Optional<Taken> take(PracticeClass joined, String nick, ClassDesk desk, @Nullable String trainer, Act act) {
        String number = dice.ints(DIGITS, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        String hash = passwords.encode(number); // before the class is held: it takes its time
        PracticeClass held = classes.hold(joined);
        int taken = count(held);
        if (!held.open() || taken >= MOST) {
            return Optional.empty();
        }
        String account = held.center() + "-" + (taken + 1);
        String agency = desk.agency() == null ? null : ClassDesk.agencyKey(held.center(), desk.agency());
        String center = agency == null ? held.center() : null;
        acting.as(Actor.person(account, desk.roles(), center, agency), () -> {
            accounts.add(new NewAccount(account, new Text(nick, nick), hash, desk.roles(), center, agency));
            seat(account, held.center(), trainer);
            trail.note(act, Map.of("desk", desk.key()));
        });
        return accounts.find(account).map(person -> new Taken(person, number));
    }

    private void seat(String account, String center, @Nullable String trainer) {
        jdbc.sql(
                        "insert into practice_seat (account, center, trainer, joined_at) values (:account, :center, cast(:trainer as text), :at)")
                .param("account", account)
                .param("center", center)
                .param("trainer", trainer)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private int count(PracticeClass held) {
        return jdbc.sql("select count(*) from practice_seat where center = ?")
                .param(held.center())
                .query(Integer.class)
                .single();
    }

    /** The class that an account sits in. */
    @Transactional(readOnly = true)
    public Optional<PracticeClass> classOf(String account) {
        return jdbc.sql("select center from practice_seat where account = ?")
                .param(account)
                .query(String.class)
                .optional()
                .flatMap(classes::of);
    }

    /** Whose seat this is, when a trainer has stepped in. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> trainerOf(String account) {
        return jdbc.sql("select trainer from practice_seat where account = ? and trainer is not null")
                .param(account)
                .query(String.class)
                .optional()
                .flatMap(accounts::find);
    }

    /** In the order in which they came; the trainer's own seats are none. */
    @Transactional(readOnly = true)
    public List<SignedIn> people(PracticeClass held) {
        Map<String, SignedIn> known = accounts.around(held.center()).stream()
                .collect(Collectors.toMap(SignedIn::getUsername, Function.identity()));
        return jdbc
                .sql(
                        "select account from practice_seat where center = ? and trainer is null order by joined_at, account")
                .param(held.center())
                .query(String.class)
                .list()
                .stream()
                .flatMap(account -> Stream.ofNullable(known.get(account)))
                .toList();
    }

    /** Nobody signs in any more. */
    void close(PracticeClass held) {
        jdbc.sql("select account from practice_seat where center = ?")
                .param(held.center())
                .query(String.class)
                .list()
                .forEach(accounts::close);
    }
}
