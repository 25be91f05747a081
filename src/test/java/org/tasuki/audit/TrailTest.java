package org.tasuki.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tasuki.TasukiTest;

/** The application on a database of its own, signing heads, with a {@link TrailOffice} to write and to tamper in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TasukiTest(properties = "spring.application.name=trail")
@Import(TrailOffice.class)
@interface TrailTest {}
