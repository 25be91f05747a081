package org.tasuki.courses;

import java.util.Map;

/** How far somebody is in a course; whoever keeps it implements this. */
public interface CourseProgress {

    /** What the current person has done, by the units' keys. */
    Map<String, Done> of(String course);

    /** @param right of the best try */
    record Done(int right, int asked) {}
}
