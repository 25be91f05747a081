/** The administrator's pages of processes, their versions, and what goes over to them. */
@NullMarked
package org.tasuki.versions.web;

import org.jspecify.annotations.NullMarked;
