/** Process files as read from disk or from an upload: safe XML, then nodes and flows. Knows no engine. */
@NullMarked
package org.tasuki.engine.bpmn;

import org.jspecify.annotations.NullMarked;
