package org.tasuki.staffing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.CaseRights;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;

/** Hands the cases of an officer who is away for long over to others, one by one; with the case go the officer's tasks. */
@Component
@Transactional
public class HandingOver {

    private final CaseFiles files;
    private final CaseTeam team;
    private final CaseRights rights;
    private final Candidates candidates;
    private final Handings handings;
    private final CaseLock lock;
    private final Acting acting;

    HandingOver(
            CaseFiles files,
            CaseTeam team,
            CaseRights rights,
            Candidates candidates,
            Handings handings,
            CaseLock lock,
            Acting acting) {
        this.files = files;
        this.team = team;
        this.rights = rights;
        this.candidates = candidates;
        this.handings = handings;
        this.lock = lock;
        this.acting = acting;
    }

    /** Officers who could take the case, the least burdened first: the first is proposed. */
    @Transactional(readOnly = true)
    public List<Candidate> proposed(CaseNumber number) {
        return acting.as(
                acting.current().at(String.valueOf(acting.current().center())),
                () -> candidates.of(number, Role.OFFICER, "").people().stream()
                        .filter(person -> person.hindrance() == null && !person.officer())
                        .sorted(Comparator.comparing(Candidate::load).thenComparing(Candidate::account))
                        .toList());
    }

    /** Answers what is in the way, as a message key; each case stands for itself. */
    public Optional<String> handOver(Absence absence, String number, String officer) {
        if (!CaseNumber.looksLike(number)) {
            return Optional.of("staffing.handing.gone");
        }
        CaseNumber asked = new CaseNumber(number);
        lock.hold(asked);
        Optional<CaseFile> file = files.find(asked).filter(CaseFile::open);
        if (file.isEmpty() || !absence.account().equals(file.get().officer())) {
            return Optional.of("staffing.handing.gone");
        }
        if (!rights.allows(Right.CHANGE_TEAM, file.get())) {
            return Optional.of("staffing.handing.notYours");
        }
        if (proposed(asked).stream().noneMatch(person -> person.account().equals(officer))) {
            return Optional.of("staffing.handing.officer");
        }
        try {
            team.changeOfficer(file.get(), officer);
            acting.as(acting.current().at(file.get().center()), () -> handings.note(file.get(), absence, officer));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.messageKey());
        }
    }
}
