package org.tasuki.enrolment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.courses.CourseProgress;
import org.tasuki.courses.UnitDone;
import org.tasuki.people.Acting;

/** How far people are: kept as they finish a unit, in the same transaction. */
@Component
@Transactional
class Progress implements CourseProgress {

    private final JdbcClient jdbc;
    private final Members members;
    private final Completions completions;
    private final Acting acting;
    private final Clock clock;

    Progress(JdbcClient jdbc, Members members, Completions completions, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.completions = completions;
        this.acting = acting;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Done> of(String course) {
        return jdbc
                .sql("select unit, best_right, asked from training_done where account = ? and course = ?")
                .params(acting.current().account(), course)
                .query((row, index) ->
                        Map.entry(row.getString("unit"), new Done(row.getInt("best_right"), row.getInt("asked"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UnitDone done) {
        members.here().ifPresent(member -> {
            note(member, done);
            completions.settle(member, done.course());
        });
    }

    /** The better of two tries is the one with the larger share: a unit may have got another question meanwhile. */
    private void note(Member member, UnitDone done) {
        jdbc.sql(
                        """
                insert into training_done as d (account, course, unit, center, agency, first_at, last_at, tries, best_right, asked)
                values (:account, :course, :unit, :center, cast(:agency as text), :at, :at, 1, :right, :asked)
                on conflict (account, course, unit) do update set last_at = excluded.last_at, tries = d.tries + 1,
                    best_right = case when excluded.best_right::bigint * greatest(d.asked, 1) >= d.best_right::bigint * greatest(excluded.asked, 1)
                                      then excluded.best_right else d.best_right end,
                    asked = case when excluded.best_right::bigint * greatest(d.asked, 1) >= d.best_right::bigint * greatest(excluded.asked, 1)
                                 then excluded.asked else d.asked end
                """)
                .param("account", done.account())
                .param("course", done.course())
                .param("unit", done.unit())
                .param("center", member.center())
                .param("agency", member.agency())
                .param("at", OffsetDateTime.now(clock))
                .param("right", done.right())
                .param("asked", done.asked())
                .update();
    }
}
