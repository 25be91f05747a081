/** The page on which a matter is begun, looked up and taken back. */
@NullMarked
package org.tasuki.matters.web;

import org.jspecify.annotations.NullMarked;
