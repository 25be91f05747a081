package org.tasuki.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.tasuki.TasukiTest;

/** The demo office with a few cases, served on a port of its own and looked at in a real browser. */
@Documented
@Inherited
@NeedsChromium
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TasukiTest(
        properties = {"demo.cases=24", "tasuki.database=test", "tasuki.audit.key=", "tasuki.audit.heads="},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(Office.class)
@interface BrowserTest {}
