/** The pages of the figures and of the national report, their charts and their files. */
@NullMarked
package org.tasuki.figures.web;

import org.jspecify.annotations.NullMarked;
