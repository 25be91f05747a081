/** Who sees what, proved against the database itself and without the application's own conditions. */
@NullMarked
package org.tasuki.secrecy;

import org.jspecify.annotations.NullMarked;
