/** The administrator's pages of calendars and rules, and the page on which a case's time limits are stopped, resumed or waived. */
@NullMarked
package org.tasuki.limits.web;

import org.jspecify.annotations.NullMarked;
