package org.tasuki.oncall;

import java.util.Collection;
import java.util.Set;

/** Whom a mail reaches: whoever none reaches is on the list in vain at night. */
@FunctionalInterface
public interface Reachable {

    /** Those of them; all where the house sends no mail at all, and the list is called by other means. */
    Set<String> byMail(Collection<String> accounts);
}
