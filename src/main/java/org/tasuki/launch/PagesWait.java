package org.tasuki.launch;

import java.util.regex.Pattern;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What only serves a page, and what the libraries offer, is made when it is first needed. What Tasuki does itself, and
 * above all whatever reads a file or a setting of the office, is made at the start, together with all that it needs: a
 * fault in it stops the start and no page. See docs/decisions/0042.
 */
@Configuration(proxyBeanMethods = false)
class PagesWait {

    private static final String OURS = "org.tasuki.";

    /** The training, the classes and the courses are pages all through: nothing happens there before somebody opens one. */
    private static final Pattern PAGES = Pattern.compile(
            "org\\.tasuki\\.((\\w+\\.)?web(\\..*)?|(training|practice|debrief|courses|enrolment)(\\..*)?)");

    @Bean
    static LazyInitializationExcludeFilter allThatWorks() {
        return (name, definition, type) -> type.getName().startsWith(OURS) && !isOfPages(type);
    }

    private static boolean isOfPages(Class<?> type) {
        return PAGES.matcher(type.getPackageName()).matches();
    }
}
