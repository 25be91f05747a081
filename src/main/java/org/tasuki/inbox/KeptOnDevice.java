package org.tasuki.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Drafts;
import org.tasuki.people.Acting;

/**
 * What a device kept while the line was bad, sent when it is back. It says what it was based on: a newer draft from another
 * device is not overwritten, whoever was first meanwhile stays first, and nobody's task is taken over by a line that came back.
 */
@Component
@Transactional
public class KeptOnDevice {

    /** When the draft that the page showed was saved; nothing when there was none. */
    public static final String BASE = "_base";

    /** Whether the button was pressed, or words were only typed. */
    public static final String FINISH = "_finish";

    private final Desk desk;
    private final InboxList inbox;
    private final Drafts drafts;
    private final Acting acting;

    KeptOnDevice(Desk desk, InboxList inbox, Drafts drafts, Acting acting) {
        this.desk = desk;
        this.inbox = inbox;
        this.drafts = drafts;
        this.acting = acting;
    }

    public Completion send(String taskId, Map<String, List<String>> typed) {
        inbox.hold(taskId);
        Optional<String> holder = inbox.holder(taskId);
        if (holder.filter(one -> !one.equals(acting.current().account())).isPresent()) {
            return new Completion.HeldBy(holder.get());
        }
        if (isOlder(taskId, typed)) {
            return new Completion.Newer();
        }
        return "true".equals(first(typed, FINISH)) ? desk.complete(taskId, typed) : desk.keepDraft(taskId, typed);
    }

    /** The same words once more (the reply was lost) are no conflict, nor what the same page wrote on from there. */
    private boolean isOlder(String taskId, Map<String, List<String>> typed) {
        String me = acting.current().account();
        Optional<Instant> saved = drafts.savedAt(taskId, me);
        return saved.filter(at -> at.isAfter(base(typed))).isPresent()
                && drafts.find(taskId, me)
                        .filter(draft -> !first(draft, HeardEntries.ENTRY).equals(first(typed, HeardEntries.ENTRY)))
                        .filter(draft -> !words(draft).equals(words(typed)))
                        .isPresent();
    }

    private static Map<String, List<String>> words(Map<String, List<String>> typed) {
        Map<String, List<String>> words = new LinkedHashMap<>(typed);
        words.keySet().removeIf(name -> name.startsWith("_") && !name.equals(Desk.LATE_REASON));
        words.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
        return words;
    }

    private static Instant base(Map<String, List<String>> typed) {
        String base = first(typed, BASE);
        try {
            return base.isEmpty() ? Instant.EPOCH : Instant.parse(base);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static String first(Map<String, List<String>> typed, String name) {
        return Objects.requireNonNullElse(typed.get(name), List.<String>of()).stream()
                .findFirst()
                .orElse("");
    }
}
