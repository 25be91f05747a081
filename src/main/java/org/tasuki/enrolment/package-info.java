/** Enrolment (受講): held courses and who came, how far each person is, certificates, and the record that the yearly report is drawn from. */
@ApplicationModule(
        displayName = "Enrolment",
        allowedDependencies = {"terms", "people", "audit", "courses", "figures", "paper", "web"})
@NullMarked
package org.tasuki.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
