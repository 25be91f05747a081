/** Sign-in, the first start, and the administrator's pages. */
@NullMarked
package org.tasuki.people.web;

import org.jspecify.annotations.NullMarked;
