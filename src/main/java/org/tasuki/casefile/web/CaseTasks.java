package org.tasuki.casefile.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** The open tasks of a case, as its page names them; the room that owns the tasks answers. */
public interface CaseTasks {

    /**
     * @param path of the task's page
     * @param addressee whom its hand-over goes to
     * @param holder who works on it; null while nobody does
     */
    record Open(String step, String path, @Nullable String addressee, @Nullable String holder) {}

    /** Soonest due first. */
    List<Open> of(CaseNumber number, Locale language);
}
