package org.tasuki.forms;

import java.util.List;
import org.tasuki.terms.Text;

/** Fields under a heading; their answers stay flat. */
record Group(Text label, List<Component> components, Place place) implements Component {}
