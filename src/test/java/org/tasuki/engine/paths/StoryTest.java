package org.tasuki.engine.paths;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tasuki.TasukiTest;

/**
 * Cases go their way through the real engine on a real database. The engine's own clockwork stands still, so that timers go
 * off only when a story lets time pass; {@link ClockworkTests} starts it.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TasukiTest(properties = "flowable.async-executor-activate=false")
@Import({StoryOffice.class, CountedStatements.class})
@interface StoryTest {}
