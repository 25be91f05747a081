package org.tasuki.engine.paths;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseTimers;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxList;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** Begins stories, and holds what they need. */
record Stories(
        StoryOffice office,
        Consultations consultations,
        Desk desk,
        InboxList inbox,
        HurriedHand hand,
        CaseTimers timers,
        CaseClocks clocks,
        CaseFiles files,
        CaseTeam team,
        Ledger ledger,
        Endings endings,
        Acting acting,
        TransactionTemplate transaction,
        Clock clock) {

    /** A case opens on a Monday morning without holidays around it: 1 June 2026, 9:00 in Japan. */
    Story begin() {
        return begin("2026-06-01T09:00");
    }

    /** A case opens at this moment of its own clock, in Japan. */
    Story begin(String moment) {
        Duration ahead = Duration.between(
                clock.instant(), LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant());
        office.open();
        CaseNumber number = acting.as(office.at("reception"), () -> consultations.begin(ahead));
        return new Story(this, number);
    }

    /** Accepted by a regular meeting: the safety of the child is to be confirmed. */
    Story accepted() {
        return begin().at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    /** Safety is confirmed and the four diagnoses are made: the urgency sheet is to be written. */
    Story investigated() {
        return diagnosed(accepted().at("safetyCheck").answers("safety", "confirmed"));
    }

    Story diagnosed(Story story) {
        return story.at("socialDiagnosis")
                .answers()
                .at("psychologicalDiagnosis")
                .answers()
                .at("medicalDiagnosis")
                .answers()
                .at("behaviouralDiagnosis")
                .answers();
    }

    /** Its closing is to be proposed. Begun today: a case whose clock runs behind is still being told, and on no list. */
    Story toBeClosed() {
        Story story = begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted")
                .at("safetyCheck")
                .answers("safety", "confirmed");
        return diagnosed(story)
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers()
                .at("judgementMeeting")
                .answers()
                .at("supportPolicyMeeting")
                .answers("measure", "none")
                .at("followUp")
                .answers("next", "close");
    }

    /** The meeting on the support policy is to be held. */
    Story atPolicyMeeting() {
        return investigated()
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers()
                .at("judgementMeeting")
                .answers();
    }

    /** The first follow-up is to be made; nothing was handed over. */
    Story followedUp() {
        return atPolicyMeeting().at("supportPolicyMeeting").answers("measure", "none");
    }

    /** A closing is proposed and waits for the supervisor. */
    Story atClosing() {
        return followedUp()
                .at("followUp")
                .answers("next", "close")
                .at("proposeClosing")
                .answers();
    }

    /** Temporary protection begins with the safety check; the director is to decide. */
    Story atProtectionDecision() {
        return accepted().at("safetyCheck").answers("safety", "confirmed", "protection", "start");
    }

    /** In protection since 2 June 2026, 10:00. */
    Story inProtection(String consent) {
        return atProtectionDecision()
                .until("2026-06-02T10:00")
                .at("protectionDecision")
                .answers("protect", "yes", "consent", consent, "startedAt", "2026-06-02T10:00");
    }

    /** The police are to be asked for help; the sheet is to be written. */
    Story toPolice() {
        return atPolicyMeeting()
                .at("supportPolicyMeeting")
                .answers("policeReferral", "yes", "policeAgency", "story-police", "policePurpose", "援助要請");
    }

    /** Two services are to be asked for help at once; the sheets are to be written. */
    Story toServices() {
        return atPolicyMeeting()
                .at("supportPolicyMeeting")
                .answers(
                        "serviceReferral",
                        "yes",
                        "services[0].agency",
                        "story-support",
                        "services[0].purpose",
                        "心のケア",
                        "services[1].agency",
                        "story-school",
                        "services[1].purpose",
                        "見守り");
    }
}
