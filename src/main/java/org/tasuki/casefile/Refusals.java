package org.tasuki.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several reasons at once why something that was sent cannot stand. */
public class Refusals extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> all;

    Refusals(List<Refusal> all) {
        super(null, null, false, false);
        this.all = List.copyOf(all);
    }

    /** Message keys by field. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        all.forEach(refusal -> problems.putIfAbsent(refusal.field(), refusal.messageKey()));
        return problems;
    }
}
