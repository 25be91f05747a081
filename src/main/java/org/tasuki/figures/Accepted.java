package org.tasuki.figures;

/** Cases accepted by a meeting (受理件数), under what was reported, through whom, or who answers for them. */
record Accepted(String key, Words words, String cell) implements Metric {

    static final Metric BY_TYPE = new Accepted("accepted-type", Words.TYPE, "coalesce(t.abuse_type, 'unknown')");
    static final Metric BY_ROUTE = new Accepted("accepted-route", Words.ROUTE, "coalesce(t.route, 'unknown')");
    static final Metric BY_OFFICER = new Accepted("accepted-officer", Words.OFFICER, "coalesce(a.officer, '-')");

    /** Under nothing: what is broken down by officer and by section. */
    static final Metric WHOLE = new Accepted("accepted", Words.NONE, "''");

    @Override
    public Shape shape() {
        return Shape.COUNTS;
    }

    @Override
    public String rows() {
        return "select a.at, a.case_number, %s as cell, null::float8 as value, null::boolean as within from %s"
                .formatted(cell, Rows.TOLD);
    }
}
