/** The mails that never got there, and where a person's mail goes. */
@NullMarked
package org.tasuki.outbox.web;

import org.jspecify.annotations.NullMarked;
