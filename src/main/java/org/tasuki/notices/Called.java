package org.tasuki.notices;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.oncall.OnCall;
import org.tasuki.outbox.Mail;
import org.tasuki.outbox.MailAddresses;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Outbox;
import org.tasuki.people.Accounts;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/** Who is called of what is urgent while the office is closed: the list; where it has a gap, the director. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Called {

    /** What the occasions of a director's mail begin with, who is called because nobody is on the list. */
    static final String GAP = "gap:";

    private final OnCall list;
    private final Calls calls;
    private final MailSettings settings;
    private final MailAddresses addresses;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    Called(
            OnCall list,
            Calls calls,
            MailSettings settings,
            MailAddresses addresses,
            Accounts accounts,
            Outbox outbox,
            Clock clock) {
        this.list = list;
        this.calls = calls;
        this.settings = settings;
        this.addresses = addresses;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** On the page, and by mail. Where mail goes at all, somebody on the list whom none reaches is a gap. */
    void tell(long notice, String center) {
        Predicate<String> reached = account ->
                addresses.of(account).filter(MailAddresses.Known::confirmed).isPresent();
        List<String> onList = list.now();
        onList.forEach(account -> calls.put(notice, center, account, false));
        List<String> called = settings.on() ? onList.stream().filter(reached).toList() : onList;
        if (called.isEmpty()) {
            List<String> directors = accounts.withRole(center, Role.DIRECTOR).stream()
                    .map(SignedIn::getUsername)
                    .toList();
            directors.forEach(account -> calls.put(notice, center, account, true));
            directors.stream().filter(reached).forEach(account -> mail(notice, center, account, GAP));
        } else {
            called.forEach(account -> mail(notice, center, account, "notice:"));
        }
    }

    private void mail(long notice, String center, String account, String occasion) {
        if (!settings.on()) {
            return;
        }
        outbox.put(new Outbox.Posting(center, account, Mail.Kind.ON_CALL, occasion + notice, notice, clock.instant()));
    }
}
