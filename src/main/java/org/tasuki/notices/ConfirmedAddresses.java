package org.tasuki.notices;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.oncall.Reachable;
import org.tasuki.outbox.MailAddresses;
import org.tasuki.outbox.MailSettings;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Only who confirmed an address is reached by mail; the list says so, and shows no address. */
@Component
class ConfirmedAddresses implements Reachable {

    private final MailAddresses addresses;
    private final MailSettings settings;
    private final Acting acting;

    ConfirmedAddresses(MailAddresses addresses, MailSettings settings, Acting acting) {
        this.addresses = addresses;
        this.settings = settings;
        this.acting = acting;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> byMail(Collection<String> accounts) {
        Actor system = Actor.system(String.valueOf(acting.current().center()));
        return settings.on() ? acting.as(system, () -> addresses.confirmed(accounts)) : Set.copyOf(accounts);
    }
}
