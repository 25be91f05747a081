/** The pages on which a disclosure is prepared and decided, and the document that is given out. */
@NullMarked
package org.tasuki.disclosure.web;

import org.jspecify.annotations.NullMarked;
