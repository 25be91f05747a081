/**
 * Forms (様式): reads the form files of {@code forms/} (the bpmn.io form-js schema), renders them without JavaScript,
 * and turns what people typed into answers or into problems at the field's own place.
 */
@ApplicationModule(
        displayName = "Forms",
        allowedDependencies = {"terms"})
@NullMarked
package org.tasuki.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
