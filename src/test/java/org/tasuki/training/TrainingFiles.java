package org.tasuki.training;

import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.forms.Forms;

/** The shipped stories and scenarios, for the tests of rooms that build on them. */
public final class TrainingFiles {

    private TrainingFiles() {}

    public static ProcessStories stories(ResourceLoader files) {
        return new ProcessStories(files);
    }

    public static StaleScenarios held(ProcessCatalog catalog, ResourcePatternResolver files) {
        return new StaleScenarios(catalog, scenarios(files), new Forms());
    }

    public static Scenarios scenarios(ResourcePatternResolver files) {
        return new Scenarios(files);
    }
}
