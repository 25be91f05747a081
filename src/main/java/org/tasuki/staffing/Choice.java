package org.tasuki.staffing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is given a task, and why; or why nobody is.
 *
 * @param account null: it waits on its desk
 * @param why a key: a criterion's, or one of those below
 * @param standsInFor the person whose task it is, and who is away
 */
public record Choice(@Nullable String account, String why, @Nullable String standsInFor) {

    /** The office lets this desk's tasks be taken. */
    public static final Choice PULL = new Choice(null, "pull", null);

    private static final String ASKED = "asked";

    static final Choice NO_OFFICER = new Choice(null, "no-officer", null);
    static final Choice NOBODY_HERE = new Choice(null, "nobody-here", null);
    static final Choice NOBODY_FITS = new Choice(null, "nobody-fits", null);

    /** Only whoever proposed it could have had it. */
    static final Choice PROPOSED = new Choice(null, "proposed", null);

    /** Whoever began the matter named them. */
    public static Choice asked(String account) {
        return new Choice(account, ASKED, null);
    }

    public boolean named() {
        return why.equals(ASKED);
    }

    /** They did it before, and are to look at it again. */
    public static Choice sentBack(String account) {
        return new Choice(account, "sent-back", null);
    }

    static Choice of(Candidate person, String why) {
        return new Choice(person.account(), why, null);
    }

    static Choice substitute(Candidate person, Candidate away) {
        return new Choice(person.account(), "substitute", away.account());
    }

    /** Whose it is, and all who stand in for them, are away: nobody is about to take it, and whoever must hear of that hears at once. */
    public boolean nobodyIsHere() {
        return equals(NOBODY_HERE);
    }

    /** For the timeline and the trail: account names and keys. */
    public Map<String, String> detail() {
        Map<String, String> detail = new LinkedHashMap<>();
        if (account != null) {
            detail.put("person", account);
        }
        if (!this.equals(PULL)) {
            detail.put("why", why);
        }
        if (standsInFor != null) {
            detail.put("for", standsInFor);
        }
        return detail;
    }
}
