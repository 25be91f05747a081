package org.tasuki.disclosure;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.AnswerKeeper;
import org.tasuki.casefile.KeptAnswer;
import org.tasuki.casefile.Refusal;

/** Lets a step be completed only by what was done on the request's own page: the engine and the request say the same. */
@Component
class DisclosureKeeper implements AnswerKeeper {

    private final JdbcClient jdbc;

    DisclosureKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String form) {
        return form.startsWith(Records.OWN_FORMS);
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        Map<String, Object> said = answer.answers();
        Object outcome = said.getOrDefault("preparation", said.getOrDefault("decision", "given"));
        boolean done = jdbc.sql("select * from disclosure_request where case_number = ? order by id desc limit 1")
                .param(answer.number().value())
                .query(Disclosures::read)
                .optional()
                .filter(request -> stands(request, String.valueOf(outcome)))
                .isPresent();
        if (!done) {
            throw new Refusal("", "disclosure.step.onItsPage");
        }
        return Map.of();
    }

    private static boolean stands(Request request, String outcome) {
        return switch (outcome) {
            case "propose" -> request.proposed();
            case "extend" -> request.open() && request.extendedWhy() != null;
            case "return" -> request.open() && request.returnedWhy() != null;
            case "disclose" -> request.decided() && request.refusedWhy() == null;
            case "refuse" -> request.decided() && request.refusedWhy() != null;
            case "withdrawn" -> request.dropped();
            default -> request.given();
        };
    }
}
