package org.tasuki.engine.paths;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** The same with more than a thousand cases. */
@Tag("slow")
@TestPropertySource(properties = "tasuki.test.many-cases=another version of a process for a thousand")
class MigrationAtScaleTests extends MigrationTests {

    @Override
    int each() {
        return 60;
    }
}
