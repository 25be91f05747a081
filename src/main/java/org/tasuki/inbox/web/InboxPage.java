package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox as templates/inbox/inbox.html draws it. */
record InboxPage(
        String tab,
        long mine,
        long roles,
        long away,
        long held,
        boolean atCenter,
        boolean hasDesk,
        boolean gives,
        List<Choice> filters,
        boolean filtered,
        List<View> views,
        List<Group> groups,
        @Nullable String previous,
        @Nullable String next,
        String query,
        Map<String, String> said,
        String place,
        String version) {

    record Choice(String name, List<Option> options) {}

    record Option(String value, String label, boolean chosen) {}

    record View(String name, String path, boolean here) {}

    record Group(String key, long count, List<Row> rows) {}

    record Row(
            String id,
            String number,
            boolean hidden,
            @Nullable String name,
            @Nullable String kana,
            String step,
            String process,
            @Nullable String addressee,
            String urgency,
            boolean raised,
            Instant since,
            Instant due,
            Instant now,
            String standing,
            @Nullable String holder,
            boolean mine,
            boolean claimable) {}
}
