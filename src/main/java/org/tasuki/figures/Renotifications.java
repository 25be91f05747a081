package org.tasuki.figures;

/**
 * Closings after which the same child was heard of again within a year (再通告): the case was reopened, or another was opened for a child
 * with the same reading of the name and the same birth date.
 */
record Renotifications() implements Metric {

    @Override
    public String key() {
        return "renotified";
    }

    @Override
    public Shape shape() {
        return Shape.COUNTS;
    }

    @Override
    public Shape splitShape() {
        return Shape.SHARES;
    }

    @Override
    public Words words() {
        return Words.RENOTIFIED;
    }

    @Override
    public String rows() {
        return """
                select e.at, e.case_number,
                       case when r.again then 'reopened' when n.again then 'another'
                            when e.at + interval '1 year' > :now then 'running' else 'none' end as cell,
                       null::float8 as value,
                       case when r.again or n.again then true when e.at + interval '1 year' <= :now then false end as within
                from case_event e join counted f on f.number = e.case_number
                cross join lateral (
                    select exists (select from case_event o where o.case_number = e.case_number and o.kind = 'REOPENED'
                                   and o.at > e.at and o.at <= e.at + interval '1 year') as again) r
                cross join lateral (
                    select exists (select from child c join child d on d.kana = c.kana and d.birth_date = c.birth_date
                                   join counted g on g.number = d.case_number
                                   where c.case_number = e.case_number and d.case_number <> c.case_number
                                     and g.status <> 'withdrawn'
                                     and g.opened_at > e.at and g.opened_at <= e.at + interval '1 year') as again) n
                where e.center = acting_center() and e.kind = 'CLOSED'
                """;
    }
}
