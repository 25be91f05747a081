package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Comments;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Typing;

/** What colleagues say to each other about a case, on its own tab and beside its tasks. */
@Component
public class CommentsTab {

    private static final int MOST = 200;
    private static final int TEXT_MOST = 2000;

    private final Comments comments;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    CommentsTab(Comments comments, People people, Acting acting, MessageSource texts) {
        this.comments = comments;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * @param calls the names of those that it calls
     * @param toMe whether the reader is among those it calls
     * @param mine whether the reader may withdraw it
     */
    public record Shown(
            long id,
            Instant at,
            String who,
            String text,
            @Nullable String calls,
            boolean toMe,
            boolean mine,
            @Nullable Instant withdrawn) {}

    record Reader(String account, String name) {}

    public List<Shown> last(CaseNumber number, int most, Locale language) {
        String me = acting.current().account();
        return comments.of(number, most).stream()
                .map(one -> new Shown(
                        one.id(),
                        one.at(),
                        people.name(one.by()).in(language),
                        one.text(),
                        names(one.mentioned(), language),
                        one.mentioned().contains(me),
                        one.by().equals(me) && one.withdrawnAt() == null,
                        one.withdrawnAt()))
                .toList();
    }

    private @Nullable String names(List<String> mentioned, Locale language) {
        return mentioned.isEmpty()
                ? null
                : mentioned.stream()
                        .map(account -> people.name(account).in(language))
                        .collect(Collectors.joining(texts.getMessage("casefile.and", null, language)));
    }

    void fill(Map<String, Object> page, CaseFile file, CommentEntry entry, Locale language) {
        page.put("comments", last(file.number(), MOST, language));
        page.put("most", MOST);
        page.put("longest", TEXT_MOST);
        page.put("entry", entry);
        page.put(
                "readers",
                comments.mentionable(file).stream()
                        .map(person -> new Reader(person.getUsername(), person.nameIn(language)))
                        .toList());
    }

    /** Writes it down, or answers what is wrong with it. */
    @Nullable
    CommentEntry write(CaseFile file, String typed, Set<String> mentions, Locale language) {
        String text = Typing.tidy(typed);
        String problem = problem(text, language);
        if (problem != null) {
            return new CommentEntry(Typing.visible(typed), mentions, problem, null);
        }
        try {
            comments.write(file, text, mentions);
            return null;
        } catch (Refusal refusal) {
            String unknown = texts.getMessage(refusal.messageKey(), null, language);
            return new CommentEntry(Typing.visible(typed), mentions, null, unknown);
        }
    }

    private @Nullable String problem(String text, Locale language) {
        if (text.isEmpty()) {
            return texts.getMessage("casefile.comments.missing", null, language);
        }
        if (Typing.length(text) > TEXT_MOST) {
            return texts.getMessage("casefile.comments.tooLong", new Object[] {TEXT_MOST}, language);
        }
        return Typing.hostile(text, true) ? texts.getMessage("casefile.comments.control", null, language) : null;
    }
}
