package org.tasuki.courses;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;

/** Says who has done which unit, and knows what the current person has done as far as somebody keeps it. */
@Component
@Transactional
public class UnitBook {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<CourseProgress> progress;
    private final Acting acting;

    UnitBook(ApplicationEventPublisher events, ObjectProvider<CourseProgress> progress, Acting acting) {
        this.events = events;
        this.progress = progress;
        this.acting = acting;
    }

    /** A text was read, a process walked through, a scenario practised. */
    public void done(String course, Unit unit) {
        answered(course, unit, 0, 0);
    }

    public void answered(String course, Unit unit, int right, int asked) {
        events.publishEvent(new UnitDone(acting.current().account(), course, unit.key(), right, asked));
    }

    /** By the units' keys. */
    @Transactional(readOnly = true)
    public Map<String, CourseProgress.Done> of(String course) {
        CourseProgress kept = progress.getIfAvailable();
        return kept == null ? Map.of() : kept.of(course);
    }
}
