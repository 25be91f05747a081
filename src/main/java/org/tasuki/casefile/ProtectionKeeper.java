package org.tasuki.casefile;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tasuki.engine.CaseFlow;
import org.tasuki.forms.Forms;
import org.tasuki.terms.CaseNumber;

/**
 * A child is under one temporary protection at a time: two would have two decisions, two warrants and two ends of two
 * months. Several sheets may start it, so whichever comes later is refused until the first is over.
 */
@Component
class ProtectionKeeper implements AnswerKeeper {

    private static final String QUESTION = "protection";

    private static final String PROCESS = "temporary-protection";

    /** May still be open when the child has long left, and must not keep anybody from protecting it again. */
    private static final Set<String> PAPERS = Set.of("protectionNotice", "sharePoliceReturn");

    private final Forms forms;
    private final CaseFlow flow;

    ProtectionKeeper(Forms forms, CaseFlow flow) {
        this.forms = forms;
        this.flow = flow;
    }

    @Override
    public boolean keeps(String form) {
        return forms.routingOf(form).contains(QUESTION);
    }

    @Override
    public boolean onlyJudges() {
        return true;
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        if ("start".equals(answer.submission().routing().get(QUESTION)) && runs(answer.number())) {
            throw new Refusal(QUESTION, "casefile.protection.running");
        }
        return Map.of();
    }

    private boolean runs(CaseNumber number) {
        return !PAPERS.containsAll(flow.openSteps(number, PROCESS));
    }
}
