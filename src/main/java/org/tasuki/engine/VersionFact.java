package org.tasuki.engine;

import java.util.Map;
import org.tasuki.engine.Difference.Of;
import org.tasuki.engine.Difference.What;
import org.tasuki.terms.Text;

/**
 * What an element of a version says by itself, and where it is.
 *
 * @param said what people have a word for
 * @param ids of what is said by the names of other steps: another name of theirs is no change here
 * @param rest all else that is written in it
 * @param place in which part, and where it is drawn
 */
record VersionFact(
        Of of, StepKind step, Text name, Map<What, Text> said, Map<What, String> ids, String rest, String place) {}
