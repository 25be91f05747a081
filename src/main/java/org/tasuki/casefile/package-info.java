/**
 * The case: the child and the household, what was answered, noted and decided, and the timeline. The core rooms beside it
 * (intake, referral) keep their own part of an answer through {@link org.tasuki.casefile.AnswerKeeper}.
 */
@ApplicationModule(
        displayName = "Case file",
        allowedDependencies = {"terms", "people", "audit", "secrecy", "deadlines", "forms", "engine", "web"})
@NullMarked
package org.tasuki.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
