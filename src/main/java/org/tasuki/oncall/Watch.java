package org.tasuki.oncall;

/** Somebody's time on call. @param place 1 is called first, 2 if the first does not answer */
public record Watch(long id, String account, int place, Stretch time) {}
