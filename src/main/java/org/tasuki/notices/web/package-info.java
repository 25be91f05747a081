/** What one must hear of, as a page, and how many of them are new, in the header of every page. */
@NullMarked
package org.tasuki.notices.web;

import org.jspecify.annotations.NullMarked;
