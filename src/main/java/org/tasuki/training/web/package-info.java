/** The pages of the training: a process walked through a step at a time, and a file from elsewhere. */
@NullMarked
package org.tasuki.training.web;

import org.jspecify.annotations.NullMarked;
