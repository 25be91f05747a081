/** The pages on which many tasks are given, put first or printed at once. */
@NullMarked
package org.tasuki.bulk.web;

import org.jspecify.annotations.NullMarked;
