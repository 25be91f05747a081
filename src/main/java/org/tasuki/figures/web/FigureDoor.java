package org.tasuki.figures.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.figures.Figures;
import org.tasuki.terms.FiscalYear;
import org.tasuki.web.NotAllowed;

/** Lets in those who read figures, and finds the year that they ask for. */
@Component
class FigureDoor {

    private final Figures figures;
    private final AuditTrail trail;

    FigureDoor(Figures figures, AuditTrail trail) {
        this.figures = figures;
        this.trail = trail;
    }

    void enter() {
        if (!figures.mayBeRead()) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "figures"));
            throw new NotAllowed();
        }
    }

    /** This fiscal year, where what is asked is none that has begun. */
    FiscalYear year(String asked) {
        FiscalYear now = FiscalYear.of(figures.today());
        return asked.matches("(19|20)\\d\\d") && Integer.parseInt(asked) <= now.value()
                ? new FiscalYear(Integer.parseInt(asked))
                : now;
    }
}
