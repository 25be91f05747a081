/** The supervisor's page of who carries how much, and the list behind each number. */
@NullMarked
package org.tasuki.workload.web;

import org.jspecify.annotations.NullMarked;
