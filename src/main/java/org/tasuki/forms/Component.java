package org.tasuki.forms;

/** One part of a form, as form-js names them. */
sealed interface Component permits Field, Group, DynamicList, StaticText, Separator, Spacer {

    Place place();
}
