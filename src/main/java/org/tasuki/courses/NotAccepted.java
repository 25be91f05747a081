package org.tasuki.courses;

import java.util.List;
import org.tasuki.terms.Text;

/** A file of courses that is not taken in: what is wrong with it, for whoever brought it. */
public final class NotAccepted extends Exception {

    private static final long serialVersionUID = 1L;

    /** Nobody reads more of them. */
    private static final int MOST = 50;

    private final transient List<Text> findings;

    NotAccepted(List<Text> findings) {
        super(findings.size() + " findings");
        this.findings = findings.stream().distinct().limit(MOST).toList();
    }

    NotAccepted(String ja, String en) {
        this(List.of(new Text(ja, en)));
    }

    public List<Text> findings() {
        return findings;
    }
}
