package org.tasuki.enrolment;

import java.time.Instant;
import org.tasuki.courses.Audience;
import org.tasuki.terms.Text;

/**
 * That somebody has completed a course (修了証).
 *
 * @param number what it is looked up by; says nothing of anybody
 * @param person as they are called now
 * @param office where they worked then
 * @param issuer the center that gave it out
 * @param minutes of the session that they attended, or of the units as the course reckons them
 * @param held whether they attended a session
 * @param valid false when attendance was corrected afterwards
 */
public record Certificate(
        String number,
        Text person,
        Text office,
        Text issuer,
        Text course,
        Audience audience,
        int minutes,
        boolean held,
        Instant completedAt,
        boolean valid) {}
