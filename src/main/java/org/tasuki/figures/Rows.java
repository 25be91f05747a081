package org.tasuki.figures;

/** What several figures count alike. */
final class Rows {

    /**
     * Which cases count, and when they were accepted. Left out: practice cases (they have a clock of their own), erased ones, and an
     * acceptance whose case was then withdrawn or joined to another. A case that is reopened and accepted again is accepted twice. An
     * answer that was taken back or sent back is none.
     */
    static final String COUNTED =
            """
            with counted as materialized (
                select f.number, f.status, f.officer, f.opened_at from case_file f
                where f.center = acting_center() and f.status <> 'erased' and not f.practice
                  and not exists (select from case_clock k where k.case_number = f.number)
            ), accepted as (
                select a.case_number, f.officer, coalesce((a.answers ->> 'heldAt')::timestamptz, a.answered_at) as at,
                       a.answered_at as decided,
                       lead(a.answered_at) over (partition by a.case_number order by a.answered_at, a.id) as again
                from form_answer a join counted f on f.number = a.case_number
                where a.center = acting_center() and a.form = 'acceptance-meeting' and a.answered_at >= :from
                  and a.answers ->> 'acceptance' = 'accepted' and a.withdrawn_at is null
                  and not exists (select from send_back s where s.answer = a.id)
                  and (f.status not in ('withdrawn', 'joined')
                       or exists (select from case_event r where r.case_number = a.case_number and r.kind = 'REOPENED'
                                  and r.at > a.answered_at))
            )
            """;

    /** What was written down of an acceptance when the child was reported last before it. */
    static final String TOLD =
            """
            accepted a left join lateral (
                select c.abuse_type, c.route from consultation c where c.case_number = a.case_number
                order by c.received_at <= a.decided desc, c.id desc limit 1) t on true
            """;

    /** The safety check of an acceptance that confirmed the child's safety: the first one, and before the next acceptance. */
    static final String SEEN =
            """
            accepted a left join lateral (
                select (s.answers ->> 'confirmedAt')::timestamptz as seen from form_answer s
                where s.case_number = a.case_number and s.form = 'safety-check' and s.withdrawn_at is null
                  and s.answers ->> 'safety' = 'confirmed' and s.answered_at >= a.decided
                  and (a.again is null or s.answered_at < a.again)
                  and not exists (select from send_back b where b.answer = s.id)
                order by s.answered_at, s.id limit 1) s on true
            """;

    private Rows() {}
}
