/** The list of who is on call, week by week. */
@NullMarked
package org.tasuki.oncall.web;

import org.jspecify.annotations.NullMarked;
