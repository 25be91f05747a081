package org.tasuki.inbox.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.tasuki.inbox.AgeBand;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;

/**
 * What stands in the inbox's address: the list, what it is narrowed to, and the place in it. What is no value there is at all
 * means nothing; a step or a person that is not known matches no task.
 */
public record InboxAddress(
        @Nullable String tab,
        @Nullable String role,
        @Nullable String step,
        @Nullable String urgency,
        @Nullable String officer,
        @Nullable String type,
        @Nullable String age,
        @Nullable String waiting,
        @Nullable String after,
        @Nullable String before) {

    static final InboxAddress NOTHING = new InboxAddress(null, null, null, null, null, null, null, null, null, null);

    private static final String PATH = "/inbox";

    /** As a browser says where it is; nothing, if that is no address. */
    static InboxAddress of(String url) {
        Map<String, String> said = new HashMap<>();
        int query = url.indexOf('?');
        for (String one : query < 0 ? new String[0] : url.substring(query + 1).split("&")) {
            int cut = one.indexOf('=');
            if (cut > 0) {
                said.putIfAbsent(one.substring(0, cut), decoded(one.substring(cut + 1)));
            }
        }
        return new InboxAddress(
                said.get("tab"),
                said.get("role"),
                said.get("step"),
                said.get("urgency"),
                said.get("officer"),
                said.get("type"),
                said.get("age"),
                said.get("waiting"),
                said.get("after"),
                said.get("before"));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException mangled) {
            return "";
        }
    }

    /** Nothing was asked for: whoever comes so gets what they like to begin with. */
    boolean bare() {
        return tab == null && Filter.NONE.equals(filter()) && after == null && before == null;
    }

    public Tab list() {
        return Arrays.stream(Tab.values())
                .filter(known -> key(known).equals(tab))
                .findFirst()
                .orElse(Tab.MINE);
    }

    InboxAddress on(Tab other) {
        return new InboxAddress(key(other), role, step, urgency, officer, type, age, waiting, after, before);
    }

    public Filter filter() {
        return new Filter(
                given(role), given(step), given(urgency), given(officer), given(type), band(), given(waiting));
    }

    private @Nullable AgeBand band() {
        return Arrays.stream(AgeBand.values())
                .filter(known -> key(known).equals(age))
                .findFirst()
                .orElse(null);
    }

    After place() {
        return before != null ? place(before, true) : place(after, false);
    }

    /** A due time and a task, as {@link #after(InboxItem)} wrote them; anything else begins at the start. */
    private static After place(@Nullable String written, boolean backwards) {
        int cut = written == null ? -1 : written.indexOf('~');
        if (written == null || cut < 0) {
            return After.NOTHING;
        }
        try {
            Instant due = Instant.parse(written.substring(0, cut));
            boolean sane = due.isAfter(Instant.EPOCH) && due.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
            return sane ? new After(due, written.substring(cut + 1), backwards) : After.NOTHING;
        } catch (DateTimeException mangled) {
            return After.NOTHING;
        }
    }

    /** The next page. */
    String after(InboxItem last) {
        return PATH + "?" + query() + "&after=" + encoded(written(last));
    }

    /** The page before this. */
    String before(InboxItem first) {
        return PATH + "?" + query() + "&before=" + encoded(written(first));
    }

    public String here() {
        return PATH + "?" + query();
    }

    /** This very page of it. */
    String placed() {
        String place = before != null ? "&before=" + encoded(before) : after != null ? "&after=" + encoded(after) : "";
        return query() + place;
    }

    /** What a saved view keeps: the list and what it is narrowed to, from the start. */
    String query() {
        return said().entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The same as the fields of a form. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("tab", key(list()));
        say(said, "role", role);
        say(said, "step", step);
        say(said, "urgency", urgency);
        say(said, "officer", officer);
        say(said, "type", type);
        say(said, "age", age);
        say(said, "waiting", waiting);
        return said;
    }

    private static void say(Map<String, String> said, String name, @Nullable String value) {
        String given = given(value);
        if (given != null) {
            said.put(name, given);
        }
    }

    private static String written(InboxItem item) {
        return item.dueHere() + "~" + item.taskId();
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
