package org.tasuki.enrolment;

import java.time.Instant;
import java.util.List;

/**
 * A session will not be held: an event, published in the transaction that cancels it.
 *
 * @param accounts of those who had a place
 */
public record SessionCancelled(long session, String center, Instant startsAt, List<String> accounts) {}
