package org.tasuki.courses;

/**
 * Somebody has done a unit of a course: an event, published in the transaction of the request.
 *
 * @param right how many of its questions were right; the same as {@code asked} where nothing was asked (both 0)
 */
public record UnitDone(String account, String course, String unit, int right, int asked) {}
