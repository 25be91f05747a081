/**
 * What leaves the office by mail (送信箱): put down in the transaction that makes it true, sent after it, again until it is
 * through, and shown to somebody when it never gets there. Knows nothing of what stands in a mail.
 */
@ApplicationModule(
        displayName = "Outbox",
        allowedDependencies = {"terms", "people", "audit", "web"})
@NullMarked
package org.tasuki.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
