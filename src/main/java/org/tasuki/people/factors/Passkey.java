package org.tasuki.people.factors;

import java.time.Instant;

/**
 * A passkey, as its owner sees it.
 *
 * @param id in base64url
 * @param label what its owner calls it
 */
public record Passkey(String id, String label, Instant since, Instant used) {}
