package org.tasuki.figures;

/** Why a safety check took longer than 48 hours, or has not been made by then (48時間を超えた理由). */
record LateCauses() implements Metric {

    @Override
    public String key() {
        return "safety-late";
    }

    @Override
    public Shape shape() {
        return Shape.COUNTS;
    }

    @Override
    public Words words() {
        return Words.LATE_CAUSE;
    }

    @Override
    public String rows() {
        return """
                select a.at, a.case_number, coalesce(w.cause, '-') as cell, null::float8 as value, null::boolean as within
                from %s left join lateral (
                    select l.answers ->> 'lateCause' as cause from form_answer l
                    where l.case_number = a.case_number and l.form = 'safety-check' and l.withdrawn_at is null
                      and l.answered_at >= a.decided and (a.again is null or l.answered_at < a.again)
                      and l.answers ->> 'lateCause' is not null
                    order by l.answered_at desc, l.id desc limit 1) w on true
                where not (%s)
                """
                .formatted(Rows.SEEN, SafetyConfirmation.WITHIN);
    }
}
