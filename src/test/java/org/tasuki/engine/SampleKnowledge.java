package org.tasuki.engine;

import java.util.Map;
import java.util.Set;

/** What a process may refer to, for the linter's own tests: the words of the offices, without the other rooms. */
final class SampleKnowledge {

    private static final Set<String> ROLES = Set.of(
            "reception",
            "officer",
            "supervisor",
            "psychologist",
            "medical",
            "lawyer",
            "protection",
            "director",
            "police",
            "municipal",
            "school",
            "support");

    private static final Set<String> RULES = Set.of(
            "reception",
            "screening",
            "emergency-meeting",
            "acceptance-meeting",
            "advice",
            "case-transfer",
            "safety-confirmation",
            "police-sharing",
            "compulsory-access",
            "investigation",
            "urgency-sheet",
            "child-view",
            "judgement-meeting",
            "support-policy-meeting",
            "measure",
            "follow-up",
            "protection-decision",
            "protection-notice",
            "warrant-request",
            "court-answer",
            "cancellation-request",
            "temporary-protection",
            "extension-request",
            "temporary-protection-extension",
            "protection-end",
            "hand-over-preparation",
            "hand-over-approval",
            "police-answer",
            "service-answer",
            "joint-interview",
            "support-report",
            "hand-over-decision",
            "closing-proposal",
            "closing-approval",
            "emergency-review",
            "matter",
            "question",
            "disclosure-request",
            "disclosure-request-extended",
            "disclosure-handing-out",
            "emergency-measure");

    private static final Map<String, Set<String>> ROUTING = Map.ofEntries(
            Map.entry("screening", Set.of("meeting")),
            Map.entry("acceptance-meeting", Set.of("acceptance")),
            Map.entry("safety-check", Set.of("safety", "protection")),
            Map.entry("urgency-sheet", Set.of("urgency", "protection")),
            Map.entry("support-policy-meeting", Set.of("policeReferral", "serviceReferral", "measure")),
            Map.entry("follow-up", Set.of("next")),
            Map.entry("protection-decision", Set.of("protect", "consent")),
            Map.entry("warrant-answer", Set.of("warrant")),
            Map.entry("cancellation-request", Set.of("cancellation")),
            Map.entry("cancellation-answer", Set.of("cancellationResult")),
            Map.entry("protection-stay", Set.of("stay")),
            Map.entry("extension-answer", Set.of("extension")),
            Map.entry("protection-end", Set.of("destination")),
            Map.entry("police-referral", Set.of("jointInterview")),
            Map.entry("hand-over-approval", Set.of("approval")),
            Map.entry("hand-over-answer", Set.of("answer")),
            Map.entry("hand-over-decision", Set.of("renewal")),
            Map.entry("closing-approval", Set.of("closing")),
            Map.entry("emergency-review", Set.of("verdict")),
            Map.entry("disclosure-preparation", Set.of("preparation")),
            Map.entry("disclosure-preparation-extended", Set.of("preparation")),
            Map.entry("disclosure-decision", Set.of("decision")));

    private static final Set<String> OTHER_FORMS = Set.of(
            "intake-sheet",
            "advice-record",
            "case-transfer",
            "police-sharing",
            "compulsory-access",
            "social-diagnosis",
            "psychological-diagnosis",
            "medical-diagnosis",
            "behavioural-diagnosis",
            "child-view",
            "judgement-meeting",
            "measure-record",
            "protection-notice",
            "warrant-request",
            "extension-request",
            "support-referral",
            "joint-interview",
            "support-report",
            "closing-proposal",
            "emergency-measure",
            "matter-done",
            "question-answer",
            "disclosure-handing-out");

    private SampleKnowledge() {}

    static LintKnowledge knowledge() {
        return new LintKnowledge(
                ROLES,
                form -> ROUTING.containsKey(form) || OTHER_FORMS.contains(form),
                RULES::contains,
                form -> ROUTING.getOrDefault(form, Set.of()),
                "protection-stay"::equals);
    }
}
