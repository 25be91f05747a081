package org.tasuki.secrecy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tasuki.TasukiTest;

/** The application on a database of its own with {@link TwoCenters} in it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TasukiTest(properties = "spring.application.name=secrecy")
@Import({TwoCenters.class, AsActor.class})
@interface SecrecyTest {}
