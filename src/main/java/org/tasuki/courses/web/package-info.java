/** The pages of the courses: read, answered and practised; and brought in from other offices. */
@NullMarked
package org.tasuki.courses.web;

import org.jspecify.annotations.NullMarked;
