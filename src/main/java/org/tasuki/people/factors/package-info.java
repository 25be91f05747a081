/** What somebody has beside their password. */
@NullMarked
package org.tasuki.people.factors;

import org.jspecify.annotations.NullMarked;
