package org.tasuki.figures;

/** From acceptance to the moment at which the child was seen (安全確認), in calendar hours; 48 are asked (CAPA 8, operating guideline). */
record SafetyConfirmation() implements Metric {

    static final String WITHIN =
            """
            case when s.seen is not null then s.seen <= a.at + interval '48 hours'
                 when a.at + interval '48 hours' < :now then false end
            """;

    @Override
    public String key() {
        return "safety";
    }

    @Override
    public Shape shape() {
        return Shape.MEASURES;
    }

    @Override
    public Words words() {
        return Words.NONE;
    }

    /** A child who was seen before the meeting waited for no time at all. */
    @Override
    public String rows() {
        return """
                select a.at, a.case_number, '' as cell,
                       (case when s.seen is not null then extract(epoch from greatest(s.seen, a.at) - a.at) / 3600 end)::float8 as value,
                       %s as within
                from %s
                """
                .formatted(WITHIN, Rows.SEEN);
    }
}
