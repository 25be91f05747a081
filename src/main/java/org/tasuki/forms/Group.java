package org.tasuki.forms;

import java.util.List;
import org.tasuki.terms.Text;

/**
 * Fields under a heading; their answers stay flat.
 *
 * @param later none of them must be answered, and a narrow screen folds them away
 */
record Group(Text label, boolean later, List<Component> components, Place place) implements Component {}
