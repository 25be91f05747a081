package org.tasuki.casefile.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.EndingRight;
import org.tasuki.terms.CaseNumber;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;

/** Lets a reader in to a case, and notes it. An unknown number and a foreign case look the same: there is nothing there. */
@Component
class CaseDoor {

    private final CaseFiles files;
    private final EndingRight right;
    private final AuditTrail trail;

    CaseDoor(CaseFiles files, EndingRight right, AuditTrail trail) {
        this.files = files;
        this.right = right;
        this.trail = trail;
    }

    CaseFile enter(String number, String page) {
        if (!CaseNumber.looksLike(number)) {
            throw new NotFound();
        }
        CaseNumber asked = new CaseNumber(number);
        CaseFile file = files.find(asked).orElse(null);
        trail.noteAlone(file == null ? Act.ACCESS_REFUSED : Act.CASE_VIEWED, asked, Map.of("page", page));
        if (file == null) {
            throw new NotFound();
        }
        return file;
    }

    /** For those who may end the case. */
    CaseFile enterToEnd(String number) {
        CaseFile file = enter(number, "ending");
        if (!right.allows(file)) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "ending"));
            throw new NotAllowed();
        }
        return file;
    }
}
