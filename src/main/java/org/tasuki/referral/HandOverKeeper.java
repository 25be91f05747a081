package org.tasuki.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.AnswerKeeper;
import org.tasuki.casefile.KeptAnswer;
import org.tasuki.casefile.Refusal;
import org.tasuki.referral.HandOver.Kind;
import org.tasuki.referral.HandOver.State;
import org.tasuki.terms.CaseNumber;

/** Turns what the sheets say of hand-overs into hand-overs, and refuses to close a case while one is open. */
@Component
class HandOverKeeper implements AnswerKeeper {

    private static final Set<String> FORMS = Set.of(
            "support-policy-meeting",
            "police-referral",
            "support-referral",
            "hand-over-approval",
            "hand-over-answer",
            "hand-over-decision",
            "closing-approval");

    private final HandOvers handOvers;

    HandOverKeeper(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public boolean keeps(String form) {
        return FORMS.contains(form);
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        switch (answer.form()) {
            case "support-policy-meeting" -> {
                return prepare(answer);
            }
            case "police-referral", "support-referral" ->
                handOvers.address(id(answer), answer.column("handOver.agency"), answer.column("handOver.purpose"));
            case "hand-over-approval" -> approve(answer);
            case "hand-over-answer" -> handOvers.answered(id(answer), chose(answer, "answer", "accepted"));
            case "hand-over-decision" -> decide(answer);
            case "closing-approval" -> refuseWhileOpen(answer);
            default -> throw new IllegalArgumentException(answer.form());
        }
        return Map.of();
    }

    /** Whom the meeting meant, and what for: the officer who writes the sheet should not have to remember. */
    @Override
    public Map<String, String> known(CaseNumber number, @Nullable String handOver) {
        Map<String, String> known = new HashMap<>();
        for (HandOver found : handOvers.of(number)) {
            if (found.id().equals(handOver)) {
                put(known, "handOver.agency", found.agency());
                put(known, "handOver.purpose", found.purpose());
            }
        }
        return known;
    }

    private static void put(Map<String, String> known, String column, @Nullable String value) {
        if (value != null) {
            known.put(column, value);
        }
    }

    private Map<String, Object> prepare(KeptAnswer answer) {
        Map<String, Object> routing = new HashMap<>();
        if (chose(answer, "policeReferral", "yes")) {
            routing.put(
                    "policeHandOver",
                    handOvers.prepare(
                            answer.number(),
                            answer.center(),
                            Kind.POLICE,
                            text(answer.answers(), "policeAgency"),
                            text(answer.answers(), "policePurpose")));
        }
        ArrayList<String> services = new ArrayList<>();
        if (chose(answer, "serviceReferral", "yes")) {
            for (Map<?, ?> row : services(answer)) {
                services.add(handOvers.prepare(
                        answer.number(), answer.center(), Kind.SUPPORT, text(row, "agency"), text(row, "purpose")));
            }
            if (services.isEmpty()) {
                throw new Refusal("services", "referral.services.none");
            }
        }
        routing.put("services", services);
        return routing;
    }

    private void approve(KeptAnswer answer) {
        if (chose(answer, "approval", "dropped")) {
            handOvers.become(id(answer), State.DROPPED);
        } else if (chose(answer, "approval", "returned")) {
            handOvers.writeAnew(id(answer));
        }
    }

    private void decide(KeptAnswer answer) {
        if (chose(answer, "renewal", "undertake")) {
            handOvers.become(id(answer), State.UNDERTAKEN);
        } else {
            handOvers.become(id(answer), State.PREPARED);
            handOvers.writeAnew(id(answer));
        }
    }

    private void refuseWhileOpen(KeptAnswer answer) {
        if (chose(answer, "closing", "approved")
                && !handOvers.underWay(answer.number()).isEmpty()) {
            throw new Refusal("closing", "referral.closing.handOverOpen");
        }
    }

    private static boolean chose(KeptAnswer answer, String routing, String value) {
        return value.equals(answer.submission().routing().get(routing));
    }

    private static String id(KeptAnswer answer) {
        String id = answer.handOver();
        if (id == null) {
            throw new IllegalStateException("a hand-over's form outside a hand-over");
        }
        return id;
    }

    private static List<? extends Map<?, ?>> services(KeptAnswer answer) {
        Object rows = answer.answers().get("services");
        return rows instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(row -> (Map<?, ?>) row)
                        .toList()
                : List.of();
    }

    private static @Nullable String text(Map<?, ?> row, String key) {
        Object value = row.get(key);
        return value == null ? null : value.toString();
    }
}
