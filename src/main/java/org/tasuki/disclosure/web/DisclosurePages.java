package org.tasuki.disclosure.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.disclosure.DisclosureTasks;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.disclosure.Part;
import org.tasuki.disclosure.Records;
import org.tasuki.disclosure.Request;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.People;

/** The requests of a case, and one of them with its parts. */
@Component
@Transactional(readOnly = true)
class DisclosurePages {

    private final Disclosures disclosures;
    private final Records records;
    private final People people;
    private final MessageSource texts;
    private final DisclosureTasks tasks;
    private final StepWords words;

    DisclosurePages(
            Disclosures disclosures,
            Records records,
            People people,
            MessageSource texts,
            DisclosureTasks tasks,
            StepWords words) {
        this.disclosures = disclosures;
        this.records = records;
        this.people = people;
        this.texts = texts;
        this.tasks = tasks;
        this.words = words;
    }

    record Row(long id, String requester, LocalDate received, LocalDate due, String state, boolean late) {}

    record Choice(String key, String label) {}

    /** @param holder null while nobody works on it */
    record Step(
            String task,
            String name,
            String desk,
            @Nullable String holder,
            boolean mine,
            Instant due,
            Instant now,
            boolean over) {}

    Map<String, Object> list(CaseFile file, DisclosureEntry entry, Locale language) {
        List<Request> all = disclosures.of(file.number());
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("rows", all.stream().map(one -> row(one, language)).toList());
        page.put("mayOpen", all.stream().noneMatch(Request::underWay));
        page.put("requesters", Request.REQUESTERS);
        page.put("entry", entry);
        return page;
    }

    Map<String, Object> request(CaseFile file, Request request, DisclosureEntry entry, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("row", row(request, language));
        page.put("state", request.state());
        page.put("representative", request.requester().equals("representative"));
        page.put("extendedWhy", request.extendedWhy());
        page.put("returnedWhy", request.open() ? request.returnedWhy() : null);
        page.put("refusedWhy", request.refusedWhy());
        page.put("droppedWhy", request.droppedWhy());
        page.put("proposedBy", name(request.proposedBy(), language));
        page.put("decidedBy", name(request.decidedBy(), language));
        page.put("givenOn", request.givenOn());
        page.put("givenHow", request.givenHow());
        page.put("hasDocument", request.hasDocument());
        Optional<InboxItem> step = request.underWay() ? tasks.open(file.number()) : Optional.empty();
        boolean mine = step.filter(tasks::isMine).isPresent();
        page.put("step", step.map(item -> step(item, language)).orElse(null));
        page.put("mayPrepare", request.open());
        page.put("mayPropose", request.open() && mine);
        page.put("mayExtend", request.open() && mine && request.extendedWhy() == null);
        page.put("mayDecide", request.proposed() && mine && disclosures.mayDecide(request));
        page.put("mayReturn", request.proposed() && mine);
        page.put("mayHandOut", request.decided() && mine);
        page.put("ways", request.ways());
        page.put("words", disclosures.words(request));
        page.put("parts", request.open() || request.proposed() ? parts(file, request) : List.of());
        page.put(
                "grounds",
                Request.GROUNDS.stream()
                        .map(ground ->
                                new Choice(ground, texts.getMessage("disclosure.ground." + ground, null, language)))
                        .toList());
        page.put("entry", entry);
        return page;
    }

    Set<String> keys(CaseFile file) {
        return records.of(file, "").stream().map(Part::key).collect(Collectors.toSet());
    }

    private List<Part> parts(CaseFile file, Request request) {
        return records.of(file, disclosures.words(request), disclosures.decisions(request));
    }

    private Step step(InboxItem item, Locale language) {
        return new Step(
                item.taskId(),
                words.step(item.process(), item.step()).in(language),
                people.desk(item.desk()).in(language),
                name(item.assignee(), language),
                tasks.isMine(item) && item.assignee() != null,
                item.dueAt(),
                item.now(),
                item.over());
    }

    private Row row(Request request, Locale language) {
        boolean running = request.open() || request.proposed();
        return new Row(
                request.id(),
                texts.getMessage("disclosure.requester." + request.requester(), null, language),
                request.receivedOn(),
                request.dueOn(),
                texts.getMessage("disclosure.state." + request.state(), null, language),
                running && request.dueOn().isBefore(disclosures.today(request.number())));
    }

    private @Nullable String name(@Nullable String account, Locale language) {
        return account == null ? null : people.name(account).in(language);
    }
}
