/** The pages of the inbox and of a task. */
@NullMarked
package org.tasuki.inbox.web;

import org.jspecify.annotations.NullMarked;
