package org.tasuki.disclosure.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tasuki.disclosure.DisclosureTasks;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.disclosure.Request;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.TaskPlace;

/** The steps of a request are done where its records are read. */
@Component
class DisclosurePlace implements TaskPlace {

    private final Disclosures disclosures;

    DisclosurePlace(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Optional<String> of(InboxItem item) {
        return DisclosureTasks.PROCESS.equals(item.process())
                ? disclosures.of(item.number()).stream()
                        .filter(Request::underWay)
                        .findFirst()
                        .map(request -> "/cases/" + item.number() + "/disclosures/" + request.id())
                : Optional.empty();
    }
}
