package org.tasuki.training;

import java.util.List;
import org.tasuki.terms.Text;

/**
 * What a trainer tells of a step, beside what the process file says.
 *
 * @param story what happens here, as it goes in an office
 * @param wrong what can go wrong, and what then helps
 * @param passesOn what the next desk gets of it
 * @param notes for the speaker alone
 */
public record StepStory(Text story, List<Text> wrong, Text passesOn, Text notes) {}
