package org.tasuki.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** See {@link NeedsChromium}. */
class ChromiumCondition implements ExecutionCondition {

    private static final String MISSING =
            "no Chromium found: install it, or name it in the environment variable CHROMIUM";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browsers.chromium().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is here");
        }
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new IllegalStateException(MISSING);
        }
        System.out.println("Browser tests skipped (" + context.getDisplayName() + "): " + MISSING);
        return ConditionEvaluationResult.disabled(MISSING);
    }
}
