package org.tasuki.forms;

import org.jspecify.annotations.Nullable;

/**
 * What an answer is used for beyond the form.
 *
 * @param routing the process variable that it sets
 * @param fact the case fact that deadlines start from
 * @param column the column of the domain that it is copied to
 * @param group the secret group it belongs to; the notifier's identity is secret by CAPA 7
 */
record Meaning(@Nullable String routing, @Nullable String fact, @Nullable String column, @Nullable String group) {}
