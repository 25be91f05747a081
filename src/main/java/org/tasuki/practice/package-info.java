/**
 * Practice (演習): a class is a center of its own on the real engine, whose time a trainer lets pass. Nothing of it is in real work's lists,
 * figures, searches, mails or chains, for nothing of another center is.
 */
@ApplicationModule(
        displayName = "Practice",
        allowedDependencies = {
            "terms",
            "people",
            "people :: web",
            "audit",
            "deadlines",
            "engine",
            "forms",
            "intake",
            "training",
            "casefile",
            "casefile :: web",
            "inbox",
            "inbox :: web",
            "web"
        })
@NullMarked
package org.tasuki.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
