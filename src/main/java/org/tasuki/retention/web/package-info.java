/** The yearly list of records whose time is over, and the page on which two people decide on one of them. */
@NullMarked
package org.tasuki.retention.web;

import org.jspecify.annotations.NullMarked;
