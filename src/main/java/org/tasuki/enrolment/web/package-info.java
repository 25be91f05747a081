/** Pages of held courses, of one's own training record, of certificates and of the yearly report. */
@NullMarked
package org.tasuki.enrolment.web;

import org.jspecify.annotations.NullMarked;
