/** The pages of staffing: who is away, what an officer hands over, what a person brings along. */
@NullMarked
package org.tasuki.staffing.web;

import org.jspecify.annotations.NullMarked;
