package org.tasuki.casefile.web;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Answers.Given;
import org.tasuki.casefile.CaseDocument;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EndingRight;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.NotifierRight;
import org.tasuki.forms.Forms;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;

/** Lets a reader in to a case, and notes it. An unknown number and a foreign case look the same: there is nothing there. */
@Component
public class CaseDoor {

    /** The only one that an erased case still has. */
    static final String FIRST_PAGE = "case";

    private final CaseFiles files;
    private final EndingRight right;
    private final NotifierRight notifier;
    private final Answers answers;
    private final Forms forms;
    private final Exclusions exclusions;
    private final EmergencyAccess emergencies;
    private final Acting acting;
    private final AuditTrail trail;

    CaseDoor(
            CaseFiles files,
            EndingRight right,
            NotifierRight notifier,
            Answers answers,
            Forms forms,
            Exclusions exclusions,
            EmergencyAccess emergencies,
            Acting acting,
            AuditTrail trail) {
        this.files = files;
        this.right = right;
        this.notifier = notifier;
        this.answers = answers;
        this.forms = forms;
        this.exclusions = exclusions;
        this.emergencies = emergencies;
        this.acting = acting;
        this.trail = trail;
    }

    public CaseFile enter(String number, String page) {
        if (!CaseNumber.looksLike(number)) {
            throw new NotFound();
        }
        CaseNumber asked = new CaseNumber(number);
        CaseFile file = files.find(asked).orElse(null);
        if (file == null) {
            throw refused(asked, page);
        }
        if (file.erased() && !page.equals(FIRST_PAGE)) {
            trail.noteAlone(Act.CASE_VIEWED, asked, Map.of("page", page));
            throw new NotFound();
        }
        trail.noteAlone(Act.CASE_VIEWED, asked, Map.of("page", page));
        return file;
    }

    /** The trail says why; whoever asked is told no more than that there is nothing. */
    private RuntimeException refused(CaseNumber asked, String page) {
        String because = exclusions.keptFromMe(asked) ? "excluded" : "not-theirs";
        trail.noteAlone(Act.ACCESS_REFUSED, asked, Map.of("page", page, "because", because));
        return emergencies.mayOpen(asked) ? new OutsideOwn(asked) : new NotFound();
    }

    /** For those who may decide who sees the case. */
    CaseFile enterToDecide(String number, Predicate<CaseFile> may) {
        CaseFile file = enter(number, "team");
        if (!file.center().equals(acting.current().center())) {
            throw new NotFound();
        }
        if (!may.test(file)) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "team"));
            throw new NotAllowed();
        }
        return file;
    }

    /** A sheet with something secret on it, for those who may see who notified. */
    Given sheetToUnmask(CaseFile file, long id) {
        Given sheet = answers.find(file.number(), id)
                .filter(found -> forms.knows(found.form()))
                .filter(found -> !forms.form(found.form()).secret().isEmpty())
                .orElseThrow(NotFound::new);
        if (!notifier.allows(file, sheet)) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "unmasking"));
            throw new NotAllowed();
        }
        return sheet;
    }

    /** A file, unless it reveals the notifier to somebody who may not know. */
    CaseDocument maySee(CaseFile file, CaseDocument document) {
        if (!document.mayOpen()) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "files"));
            throw new NotAllowed();
        }
        return document;
    }

    /** A file was sent that cannot be taken in; the trail knows why, not what it is called. */
    void documentRefused(CaseFile file, Map<String, String> problems) {
        String reasons = problems.values().stream()
                .map(key -> key.replaceFirst("^casefile\\.files\\.", ""))
                .collect(Collectors.joining(" "));
        trail.noteAlone(Act.DOCUMENT_REFUSED, file.number(), Map.of("reason", reasons));
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
