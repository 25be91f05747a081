package org.tasuki.disclosure.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.disclosure.Part;
import org.tasuki.disclosure.Records;
import org.tasuki.disclosure.Request;
import org.tasuki.people.People;
import org.tasuki.web.Dates;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The requests of a case, one of them with its parts, and the document that is given out. */
@Component
@Transactional(readOnly = true)
class DisclosurePages {

    private final Disclosures disclosures;
    private final Records records;
    private final People people;
    private final MessageSource texts;
    private final ITemplateEngine templates;
    private final Dates dates;

    DisclosurePages(
            Disclosures disclosures,
            Records records,
            People people,
            MessageSource texts,
            ITemplateEngine templates,
            Dates dates) {
        this.dates = dates;
        this.disclosures = disclosures;
        this.records = records;
        this.people = people;
        this.texts = texts;
        this.templates = templates;
    }

    record Row(long id, String requester, LocalDate received, LocalDate due, String state, boolean late) {}

    record Choice(String key, String label) {}

    Map<String, Object> list(CaseFile file, DisclosureEntry entry, Locale language) {
        List<Request> all = disclosures.of(file.number());
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("rows", all.stream().map(one -> row(one, language)).toList());
        page.put("mayOpen", all.stream().noneMatch(one -> one.open() || one.proposed()));
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
        page.put("proposedBy", name(request.proposedBy(), language));
        page.put("decidedBy", name(request.decidedBy(), language));
        page.put("mayPrepare", request.open());
        page.put("mayExtend", request.open() && request.extendedWhy() == null);
        page.put("mayDecide", request.proposed() && disclosures.mayDecide(request));
        page.put("words", disclosures.words(request));
        page.put("parts", request.decided() ? List.of() : parts(file, request));
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

    /** What is given out: kept back parts are not in it at all, only that there is one, and why not. */
    String document(CaseFile file, Request request) {
        Locale reader = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        try {
            Context context = new Context(Locale.JAPANESE);
            context.setVariable("number", file.number().value());
            context.setVariable("requester", row(request, Locale.JAPANESE).requester());
            context.setVariable("received", dates.day(request.receivedOn()));
            context.setVariable("today", dates.day(disclosures.today()));
            context.setVariable(
                    "parts",
                    parts(file, request).stream().map(DisclosurePages::asGiven).toList());
            return templates.process("disclosure/package", context);
        } finally {
            LocaleContextHolder.setLocale(reader);
        }
    }

    private static Part asGiven(Part part) {
        return part.given()
                ? part
                : new Part(part.key(), part.group(), part.group(), List.of(), part.ground(), part.fixed());
    }

    private List<Part> parts(CaseFile file, Request request) {
        return records.of(file, disclosures.words(request), disclosures.decisions(request));
    }

    private Row row(Request request, Locale language) {
        boolean running = request.open() || request.proposed();
        return new Row(
                request.id(),
                texts.getMessage("disclosure.requester." + request.requester(), null, language),
                request.receivedOn(),
                request.dueOn(),
                texts.getMessage("disclosure.state." + request.state(), null, language),
                running && request.dueOn().isBefore(disclosures.today()));
    }

    private @Nullable String name(@Nullable String account, Locale language) {
        return account == null ? null : people.name(account).in(language);
    }
}
