package org.tasuki.training;

import java.util.Optional;

/** Named ways that an office has brought in with a course, beside the house's own; whoever keeps them implements this. */
public interface BroughtWays {

    /** As far as whoever acts can take that course. */
    Optional<Scenario> find(String course, String way);
}
