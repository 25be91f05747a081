package org.tasuki.figures;

/** The same rows as another figure's, under who is in charge of their cases: what it counts cannot differ. */
record Split(Metric of, By by) implements Metric {

    /** Nobody is in charge; or whoever is, is in no section. No account and no section is called so. */
    private static final String SECTION = "case when f.officer is null then '-' else coalesce(p.section, '.') end";

    private static final String OFFICER = "coalesce(f.officer, '-')";

    @Override
    public String key() {
        return of.key();
    }

    @Override
    public Shape shape() {
        return of.splitShape();
    }

    @Override
    public Words words() {
        return by == By.SECTION ? Words.SECTION : Words.OFFICER;
    }

    @Override
    public Unit unit() {
        return of.unit();
    }

    @Override
    public String rows() {
        return """
                select i.at, i.case_number, %s as cell, i.value, i.within from (%s) i
                join counted f on f.number = i.case_number
                left join account p on p.id = f.officer and p.center = acting_center()
                """
                .formatted(by == By.SECTION ? SECTION : OFFICER, of.rows());
    }
}
