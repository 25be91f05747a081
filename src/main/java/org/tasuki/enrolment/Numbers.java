package org.tasuki.enrolment;

/**
 * What was done in a year. See docs/metrics.md.
 *
 * @param inPerson sessions that were held where people met
 * @param online sessions that were held online
 * @param enrolled places that were taken and not given back
 * @param attended people who came, all the time or in part, guests too
 * @param completed courses that were completed
 * @param minutes that people spent: at sessions from beginning to end, and in courses that they completed by themselves
 */
public record Numbers(long inPerson, long online, long enrolled, long attended, long completed, long minutes) {

    static final Numbers NONE = new Numbers(0, 0, 0, 0, 0, 0);

    Numbers plus(Numbers other) {
        return new Numbers(
                inPerson + other.inPerson,
                online + other.online,
                enrolled + other.enrolled,
                attended + other.attended,
                completed + other.completed,
                minutes + other.minutes);
    }

    Numbers withSessions(long heldInPerson, long heldOnline) {
        return new Numbers(heldInPerson, heldOnline, enrolled, attended, completed, minutes);
    }
}
