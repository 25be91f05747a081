package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Answers.Given;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseHandOvers;
import org.tasuki.casefile.CaseReopening;
import org.tasuki.casefile.CaseRights;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EndingRight;
import org.tasuki.casefile.NotifierRight;
import org.tasuki.casefile.Restrictions;
import org.tasuki.casefile.Stubs;
import org.tasuki.casefile.Unmasking;
import org.tasuki.casefile.web.CaseViews.Contact;
import org.tasuki.casefile.web.CaseViews.Person;
import org.tasuki.forms.Form;
import org.tasuki.forms.Forms;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.people.Right;

/** Gathers a case's header and the tab that is asked for; each tab reads only what it shows. */
@Component
@Transactional(readOnly = true)
class CasePages {

    static final List<String> TABS = List.of(
            "timeline",
            "people",
            "contacts",
            "comments",
            "documents",
            "hand-overs",
            "meetings",
            "process",
            "team",
            "access");
    private static final List<String> AGENCY_TABS = List.of("documents", "hand-overs");

    private static final int MOST = 200;
    private static final int VIEWS = 50;

    private final CaseHeads heads;
    private final Papers papers;
    private final CaseFilesShown files;
    private final Stubs stubs;
    private final TimelineWords events;
    private final CaseShown shown;
    private final Ways ways;
    private final Answers answers;
    private final List<CaseHandOvers> handOvers;
    private final AuditTrail trail;
    private final Forms forms;
    private final StepWords words;
    private final People people;
    private final EndingRight right;
    private final CaseReopening reopening;
    private final NotifierRight notifier;
    private final Unmasking unmaskings;
    private final TeamTab team;
    private final CommentsTab comments;
    private final Restrictions restrictions;
    private final EmergencyAccess emergencies;
    private final CaseRights rights;
    private final Acting acting;
    private final MessageSource texts;

    CasePages(
            CaseHeads heads,
            Papers papers,
            CaseFilesShown files,
            Stubs stubs,
            TimelineWords events,
            CaseShown shown,
            Ways ways,
            Answers answers,
            List<CaseHandOvers> handOvers,
            AuditTrail trail,
            Forms forms,
            StepWords words,
            People people,
            EndingRight right,
            CaseReopening reopening,
            NotifierRight notifier,
            Unmasking unmaskings,
            TeamTab team,
            CommentsTab comments,
            Restrictions restrictions,
            EmergencyAccess emergencies,
            CaseRights rights,
            Acting acting,
            MessageSource texts) {
        this.heads = heads;
        this.papers = papers;
        this.files = files;
        this.stubs = stubs;
        this.events = events;
        this.shown = shown;
        this.ways = ways;
        this.answers = answers;
        this.handOvers = handOvers;
        this.trail = trail;
        this.forms = forms;
        this.words = words;
        this.people = people;
        this.right = right;
        this.reopening = reopening;
        this.notifier = notifier;
        this.unmaskings = unmaskings;
        this.team = team;
        this.comments = comments;
        this.restrictions = restrictions;
        this.emergencies = emergencies;
        this.rights = rights;
        this.acting = acting;
        this.texts = texts;
    }

    record Tab(String key, @Nullable Long count) {}

    record Document(String path, String name, String step, Instant at, String who) {}

    record View(Instant at, String who, String what, @Nullable String reason) {}

    record Choice(String key, String name, boolean chosen) {}

    /** An agency reads what was handed to it, and nothing that would look empty only to it. */
    List<String> tabs(CaseFile file) {
        return heads.ours(file) ? TABS : AGENCY_TABS;
    }

    Map<String, Object> page(CaseFile file, String tab, @Nullable String process, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("head", heads.head(file, language));
        page.put("tabs", tabs(file).stream().map(key -> new Tab(key, null)).toList());
        page.put("tab", tab);
        page.put("mayEnd", file.open() && right.allows(file));
        page.put("mayReopen", reopening.allows(file));
        page.put(
                "forTheList", heads.ours(file) && restrictions.of(file.number()).isPresent());
        page.put("openUntil", emergencies.openUntil(file.number()));
        page.put("mayDisclose", mayDisclose(file));
        page.put("mayBegin", heads.ours(file));
        page.put("mayPassOn", heads.ours(file) && file.open());
        page.put("mayMoveLimits", mayMoveLimits(file));
        switch (tab) {
            case "people" -> page.put("people", people(file, language));
            case "contacts" -> contacts(page, file, language);
            case "comments" -> comments.fill(page, file, CommentEntry.NOTHING, language);
            case "documents" -> {
                page.put("documents", documents(file, language));
                files.fill(page, file, language);
            }
            case "hand-overs" ->
                page.put(
                        "handOvers",
                        handOvers.stream()
                                .flatMap(room -> room.of(file.number(), language).stream())
                                .toList());
            case "meetings" -> page.put("meetings", meetings(file, language));
            case "process" -> process(page, file, process, language);
            case "team" -> team.fill(page, file, TeamEntry.NOTHING, language);
            case "access" -> {} // beside it: see access()
            default -> page.put("events", events.of(file, language));
        }
        return page;
    }

    /** Who may handle requests to see the records; that room stands above this one, so the link is all it knows. */
    private boolean mayMoveLimits(CaseFile file) {
        return file.open() && (rights.allows(Right.WAIVE_DEADLINE, file) || rights.allows(Right.PAUSE_DEADLINE, file));
    }

    private boolean mayDisclose(CaseFile file) {
        return rights.allows(Right.PREPARE_DISCLOSURE, file);
    }

    /** What is left of a case after its time. */
    Map<String, Object> erased(CaseFile file, Locale language) {
        Stubs.Stub stub = stubs.of(file.number());
        return Map.of(
                "number",
                file.number().value(),
                "erasedAt",
                stub.at(),
                "proposedBy",
                people.name(stub.proposedBy()).in(language),
                "approvedBy",
                people.name(stub.approvedBy()).in(language),
                "by",
                people.name(stub.by()).in(language));
    }

    Optional<Map<String, Object>> document(CaseFile file, long id, Locale language) {
        return answers.find(file.number(), id)
                .filter(given -> forms.knows(given.form()))
                .map(given -> document(file, given, UnmaskingEntry.NOTHING, language));
    }

    /** The sheet with its secrets hidden, and for those who may see them the form that asks why. */
    Map<String, Object> document(CaseFile file, Given given, UnmaskingEntry entry, Locale language) {
        Form form = forms.form(given.form());
        Map<String, Object> page = sheet(file, form, given, language);
        page.put("view", papers.view(form, given, file.center(), language));
        if (!form.secret().isEmpty() && notifier.allows(file, given)) {
            page.put("unmasking", entry);
        }
        return page;
    }

    /** @param secret empty when it cannot be opened any more */
    Map<String, Object> unmasked(CaseFile file, Given given, Optional<Map<String, Object>> secret, Locale language) {
        Form form = forms.form(given.form());
        Map<String, Object> page = sheet(file, form, given, language);
        page.put("view", papers.unmasked(form, given, secret, file.center(), language));
        page.put("shown", secret.map(Map::isEmpty).orElse(false) ? "nothing" : "this-once");
        return page;
    }

    private Map<String, Object> sheet(CaseFile file, Form form, Given given, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("head", heads.head(file, language));
        page.put("title", form.title().in(language));
        page.put("given", given);
        page.put("who", people.name(given.by()).in(language));
        return page;
    }

    private List<Person> people(CaseFile file, Locale language) {
        List<Person> everybody = new ArrayList<>();
        CaseFile.Child child = file.child();
        everybody.add(new Person(null, child.name(), child.kana(), child.birthDate(), null, child.school()));
        everybody.addAll(shown.family(file.number(), language));
        return everybody;
    }

    private void contacts(Map<String, Object> page, CaseFile file, Locale language) {
        List<Contact> contacts = shown.contacts(file.number(), MOST, language);
        page.put("contacts", contacts);
        page.put("mayWrite", file.center().equals(acting.current().center()));
        page.put("typed", ContactEntry.Typed.NOTHING);
    }

    private List<Document> documents(CaseFile file, Locale language) {
        return answers.of(file.number()).stream()
                .filter(given -> forms.knows(given.form()))
                .map(given -> new Document(
                        "/cases/" + file.number() + "/documents/" + given.id(),
                        title(given, language),
                        words.step(given.step()).in(language),
                        given.at(),
                        people.name(given.by()).in(language)))
                .toList();
    }

    private String title(Given given, Locale language) {
        String title = forms.form(given.form()).title().in(language);
        return given.withdrawn()
                ? texts.getMessage("casefile.withdrawn.answer", new Object[] {title}, language)
                : title;
    }

    record Meeting(Instant at, String name, String decision, @Nullable String by, @Nullable String path) {}

    private List<Meeting> meetings(CaseFile file, Locale language) {
        return answers.standing(file.number()).stream()
                .filter(given -> forms.knows(given.form()))
                .filter(given -> !forms.routingOf(given.form()).isEmpty())
                .map(given -> new Meeting(
                        given.at(),
                        words.step(given.step()).in(language),
                        String.join(
                                texts.getMessage("casefile.and", null, language),
                                forms.form(given.form()).decisions(given.answers(), language)),
                        people.name(given.by()).in(language),
                        "/cases/" + file.number() + "/documents/" + given.id()))
                .toList();
    }

    private void process(Map<String, Object> page, CaseFile file, @Nullable String asked, Locale language) {
        List<String> gone = ways.processes(file.number());
        String chosen = asked != null && gone.contains(asked) ? asked : gone.get(gone.size() - 1);
        page.put(
                "processes",
                gone.stream()
                        .map(key -> new Choice(key, words.process(key).in(language), key.equals(chosen)))
                        .toList());
        page.put("diagram", ways.diagram(file.number(), chosen, language));
    }

    /** Who looked, from an entry back: a long story is read page by page. */
    Map<String, Object> access(CaseFile file, long before, Locale language) {
        List<AuditTrail.Entry> entries = trail.of(file.number(), before, VIEWS + 1);
        Map<String, Object> page = new HashMap<>();
        page.put("views", views(file, entries.stream().limit(VIEWS).toList(), language));
        if (entries.size() > VIEWS) {
            page.put("older", entries.get(VIEWS - 1).id());
        }
        return page;
    }

    private List<View> views(CaseFile file, List<AuditTrail.Entry> entries, Locale language) {
        Map<String, String> words = unmaskings.words(file.number());
        return entries.stream()
                .map(entry -> new View(
                        entry.at(),
                        people.name(entry.actor()).in(language),
                        texts.getMessage("audit.act." + entry.act(), null, language),
                        reason(entry, words, language)))
                .toList();
    }

    /** Why the notifier was shown, or the case opened in an emergency; other acts ask for no reason. */
    private @Nullable String reason(AuditTrail.Entry entry, Map<String, String> words, Locale language) {
        String key = entry.detail().get("reason");
        if (key != null && entry.act().equals(Act.EMERGENCY_OPENED.key())) {
            return texts.getMessage("casefile.emergency.reason." + key, null, language);
        }
        if (key == null || !entry.act().equals(Act.NOTIFIER_SHOWN.key())) {
            return null;
        }
        String reason = texts.getMessage("casefile.unmasking.reason." + key, null, language);
        String more = words.get(entry.detail().getOrDefault("shown", ""));
        Object[] both = {reason, more};
        return more == null ? reason : texts.getMessage("casefile.unmasking.reasonAndWords", both, language);
    }
}
