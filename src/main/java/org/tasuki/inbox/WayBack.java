package org.tasuki.inbox;

/**
 * A page from which tasks are opened, and to which whoever opened one there comes back when it is done.
 *
 * @param key what names it in the task's own address
 * @param address its path
 * @param words the message key of its name
 */
public record WayBack(String key, String address, String words) {}
