package org.tasuki.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.CaseFacts;

/** Keeps what every sheet may tell of the child and the household, and the outcome of the urgency sheet. */
@Component
class SheetKeeper implements AnswerKeeper {

    private static final Set<String> FORMS = Set.of("intake-sheet", "acceptance-meeting", "urgency-sheet");

    private final CaseFiles files;
    private final Household household;
    private final UrgencyTable urgency;
    private final CaseFacts facts;

    SheetKeeper(CaseFiles files, Household household, UrgencyTable urgency, CaseFacts facts) {
        this.files = files;
        this.household = household;
        this.urgency = urgency;
        this.facts = facts;
    }

    @Override
    public boolean keeps(String form) {
        return FORMS.contains(form);
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        switch (answer.form()) {
            case "intake-sheet" -> keepPeople(answer);
            case "acceptance-meeting" -> keepOfficer(answer);
            case "urgency-sheet" -> {
                return Map.of("urgency", keepUrgency(answer));
            }
            default -> throw new IllegalArgumentException(answer.form());
        }
        return Map.of();
    }

    private String keepUrgency(KeptAnswer answer) {
        String outcome = urgency.decide(answer.answers()).then();
        files.setUrgency(answer.number(), outcome);
        return outcome;
    }

    private void keepOfficer(KeptAnswer answer) {
        Instant accepted = answer.submission().facts().get("acceptance");
        if (accepted != null
                && facts.at(answer.number(), "received")
                        .filter(accepted::isBefore)
                        .isPresent()) {
            throw new Refusal("heldAt", "casefile.acceptance.beforeReception");
        }
        String officer = answer.column("case.officer");
        if (officer != null) {
            files.setOfficer(answer.number(), officer);
        }
    }

    private void keepPeople(KeptAnswer answer) {
        files.describeChild(
                answer.number(),
                new CaseFile.Child(
                        answer.column("child.name"),
                        answer.column("child.kana"),
                        date(answer.column("child.birthDate")),
                        answer.column("child.sex"),
                        answer.column("child.address"),
                        answer.column("child.school")));
        if (answer.column("guardian.name") != null || answer.column("guardian.relation") != null) {
            household.add(answer.number(), answer.center(), guardian(answer));
        }
        for (Object row : rows(answer.answers().get("household"))) {
            if (row instanceof Map<?, ?> member) {
                household.add(answer.number(), answer.center(), member(member));
            }
        }
    }

    private static Household.Member guardian(KeptAnswer answer) {
        return new Household.Member(
                answer.column("guardian.name"),
                answer.column("guardian.kana"),
                answer.column("guardian.relation"),
                null,
                answer.column("guardian.occupation"),
                true,
                null);
    }

    private static Household.Member member(Map<?, ?> row) {
        return new Household.Member(
                text(row, "name"),
                text(row, "kana"),
                text(row, "relation"),
                date(text(row, "birthDate")),
                text(row, "occupation"),
                false,
                text(row, "notes"));
    }

    private static List<?> rows(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static @Nullable String text(Map<?, ?> row, String key) {
        Object value = row.get(key);
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
