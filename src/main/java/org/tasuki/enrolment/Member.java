package org.tasuki.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody belongs, for the record.
 *
 * @param center whose courses are for them
 * @param agency where they work, when it is not the center itself
 */
record Member(String account, String center, @Nullable String agency) {}
