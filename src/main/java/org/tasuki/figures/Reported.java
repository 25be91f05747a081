package org.tasuki.figures;

import java.util.List;

/**
 * A table of the national report (福祉行政報告例): accepted cases of abuse by its type and by something else. Its cell is both,
 * {@code <other>/<type>}.
 */
record Reported(String key, Words words, String other) implements Metric {

    private static final String AGE =
            """
            case when b.birth_date is null then 'unknown'
                 else width_bucket(extract(year from age((a.at at time zone 'Asia/Tokyo')::date, b.birth_date))::int,
                                   (:ages)::int[])::text end
            """;

    /** The last one until the next acceptance; a meeting that has not been held has decided nothing. */
    private static final String MEASURE =
            """
            coalesce((select m.answers ->> 'measure' from form_answer m
                      where m.case_number = a.case_number and m.form = 'support-policy-meeting' and m.withdrawn_at is null
                        and m.answered_at >= a.decided and (a.again is null or m.answered_at < a.again)
                        and not exists (select from send_back s where s.answer = m.id)
                      order by m.answered_at desc, m.id desc limit 1), 'pending')
            """;

    static final List<Metric> ALL = List.of(
            new Reported("report-age", Words.AGE, AGE),
            new Reported("report-route", Words.ROUTE, "coalesce(t.route, 'unknown')"),
            new Reported("report-disposition", Words.MEASURE, MEASURE));

    @Override
    public Shape shape() {
        return Shape.COUNTS;
    }

    @Override
    public String rows() {
        return """
                select a.at, a.case_number, (%s) || '/' || t.abuse_type as cell, null::float8 as value, null::boolean as within
                from %s left join child b on b.case_number = a.case_number
                where t.abuse_type in ('physical', 'sexual', 'neglect', 'psychological')
                """
                .formatted(other, Rows.TOLD);
    }
}
