package org.tasuki.notices.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tasuki.notices.CalendarFeeds;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;

/**
 * One's deadlines for a calendar program, which cannot sign in: the secret in its address lets it in. An answer without
 * one of ours is empty, and says nothing of what might have been there; the log has a line without the address.
 */
@Controller
class CalendarController {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarController.class);

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final FeedPages pages;
    private final Accounts accounts;
    private final Acting acting;

    CalendarController(CalendarFeeds feeds, FeedPages pages, Accounts accounts, Acting acting) {
        this.feeds = feeds;
        this.pages = pages;
        this.accounts = accounts;
        this.acting = acting;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        Optional<SignedIn> owner = feeds.owner(secret);
        if (owner.isEmpty()) {
            LOG.info("a calendar was asked for that is not there");
        }
        return owner.map(this::calendar)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Where nothing has changed, only that is said: Spring compares the mark with the one that the program has. */
    private ResponseEntity<byte[]> calendar(SignedIn owner) {
        Locale language = accounts.language(owner.getUsername()).orElse(Locale.JAPANESE);
        byte[] content = acting.as(owner.actor(), () -> pages.write(language)).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(content))
                .body(content);
    }
}
