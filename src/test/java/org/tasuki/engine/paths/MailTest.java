package org.tasuki.engine.paths;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tasuki.TasukiTest;

/** Stories in an office that has a mail server, and a clock whose hands are turned. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TasukiTest(
        properties = {
            "flowable.async-executor-activate=false",
            "spring.mail.host=127.0.0.1",
            "tasuki.mail.from=tasuki@example.lg.jp",
            "tasuki.mail.pages=https://tasuki.example.lg.jp/"
        })
@Import({StoryOffice.class, MailedOffice.class})
@interface MailTest {}
