package org.tasuki.figures;

/** Temporary protections (一時保護) that began, how many days they lasted, and which went on beyond two months (CWA 33). */
record Protections() implements Metric {

    @Override
    public String key() {
        return "protections";
    }

    @Override
    public Shape shape() {
        return Shape.MEASURES;
    }

    @Override
    public Words words() {
        return Words.NONE;
    }

    @Override
    public Unit unit() {
        return Unit.DAYS;
    }

    /** The first day is not counted (Civil Code 140); one that still goes on has no length yet, but may be over two months already. */
    @Override
    public String rows() {
        return """
                select p.began as at, p.case_number, '' as cell, (z.ended::date - p.began_on)::float8 as value,
                       coalesce(z.ended, :now at time zone 'Asia/Tokyo')::date <= p.began_on + interval '2 months' as within
                from (
                    select a.case_number, b.began, (b.began at time zone 'Asia/Tokyo')::date as began_on, a.answered_at,
                           lead(a.answered_at) over (partition by a.case_number order by a.answered_at, a.id) as again
                    from form_answer a join counted f on f.number = a.case_number
                    cross join lateral (select coalesce((a.answers ->> 'startedAt')::timestamptz, a.answered_at) as began) b
                    where a.center = acting_center() and a.form = 'protection-decision' and a.answers ->> 'protect' = 'yes'
                      and a.withdrawn_at is null and not exists (select from send_back s where s.answer = a.id)
                ) p left join lateral (
                    select (t.answers ->> 'endedAt')::timestamptz at time zone 'Asia/Tokyo' as ended from form_answer t
                    where t.case_number = p.case_number and t.form = 'protection-end' and t.withdrawn_at is null
                      and t.answered_at >= p.answered_at and (p.again is null or t.answered_at < p.again)
                      and not exists (select from send_back s where s.answer = t.id)
                    order by t.answered_at desc, t.id desc limit 1) z on true
                """;
    }
}
