package org.tasuki.figures;

/** From the birth of a task to its answer (各手続の所要時間), by step; each time that the step was done. */
record TimeInStep() implements Metric {

    @Override
    public String key() {
        return "steps";
    }

    @Override
    public Shape shape() {
        return Shape.TIMES;
    }

    @Override
    public Words words() {
        return Words.STEP;
    }

    @Override
    public String rows() {
        return """
                select d.answered_at as at, d.case_number, b.process || '.' || d.step as cell,
                       (extract(epoch from d.answered_at - b.at) / 3600)::float8 as value, null::boolean as within
                from form_answer d join counted f on f.number = d.case_number
                cross join lateral (
                    select e.process, e.at from case_event e
                    where e.case_number = d.case_number and e.step = d.step and e.kind = 'BORN' and e.at <= d.answered_at
                    order by e.at desc, e.id desc limit 1) b
                where d.center = acting_center() and d.answered_at >= :from and d.answered_at < :until and d.withdrawn_at is null
                """;
    }
}
