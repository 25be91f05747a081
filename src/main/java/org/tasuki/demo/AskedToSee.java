package org.tasuki.demo;

import java.time.Period;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.disclosure.DisclosureSteps;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** A parent has asked to see the records (開示請求): one request is being prepared, another waits for the director. */
@Component
class AskedToSee {

    private static final Period AGO = Period.ofDays(9);

    private final OfficeBook office = OfficeBook.read();
    private final CaseFiles files;
    private final Disclosures disclosures;
    private final DisclosureSteps steps;
    private final Acting acting;

    AskedToSee(CaseFiles files, Disclosures disclosures, DisclosureSteps steps, Acting acting) {
        this.files = files;
        this.disclosures = disclosures;
        this.steps = steps;
        this.acting = acting;
    }

    void perhaps(Telling telling) {
        String until = telling.plot().disclosure();
        if (!until.isEmpty()) {
            acting.as(office.actor(telling.story().facts().get("officer")), () -> ask(telling.number(), until));
        }
    }

    private void ask(CaseNumber number, String until) {
        CaseFile file = files.find(number).orElseThrow();
        long id = disclosures.open(
                file, "representative", disclosures.today(number).minus(AGO));
        if ("decide".equals(until)) {
            steps.propose(disclosures.find(number, id).orElseThrow(), "");
        }
    }
}
