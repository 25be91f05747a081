/** The pages of a debrief: the groups side by side, one of them over the ideal way, and a sheet for each person. */
@NullMarked
package org.tasuki.debrief.web;

import org.jspecify.annotations.NullMarked;
