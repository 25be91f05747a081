/** The auditor's page. */
@NullMarked
package org.tasuki.audit.web;

import org.jspecify.annotations.NullMarked;
