package org.tasuki.figures;

/** Cases whose way came to its end (終結), and the days since they were opened, or reopened last. */
record Closings() implements Metric {

    @Override
    public String key() {
        return "closed";
    }

    @Override
    public Shape shape() {
        return Shape.TIMES;
    }

    @Override
    public Words words() {
        return Words.OUTCOME;
    }

    @Override
    public Unit unit() {
        return Unit.DAYS;
    }

    @Override
    public String rows() {
        return """
                select e.at, e.case_number, coalesce(e.detail ->> 'outcome', '-') as cell,
                       ((e.at at time zone 'Asia/Tokyo')::date
                        - (coalesce(r.at, f.opened_at) at time zone 'Asia/Tokyo')::date)::float8 as value, null::boolean as within
                from case_event e join counted f on f.number = e.case_number
                left join lateral (
                    select o.at from case_event o where o.case_number = e.case_number and o.kind = 'REOPENED' and o.at < e.at
                    order by o.at desc limit 1) r on true
                where e.center = acting_center() and e.kind = 'CLOSED'
                """;
    }
}
