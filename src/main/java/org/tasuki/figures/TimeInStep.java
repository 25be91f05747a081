package org.tasuki.figures;

/** From the birth of a task to its answer (各手続の所要時間), by step; each time that the step was done. As the board counts it. */
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
                select d.answered_at as at, d.case_number, d.process || '.' || d.step as cell,
                       (extract(epoch from d.answered_at - d.born_at) / 3600)::float8 as value, null::boolean as within
                from form_answer d join counted f on f.number = d.case_number
                where d.center = acting_center() and d.answered_at >= :from and d.answered_at < :until and d.withdrawn_at is null
                  and d.born_at is not null
                """;
    }
}
