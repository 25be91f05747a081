package org.tasuki.casefile.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Contacts;
import org.tasuki.casefile.Household;
import org.tasuki.casefile.web.CaseViews.Child;
import org.tasuki.casefile.web.CaseViews.Contact;
import org.tasuki.casefile.web.CaseViews.Deadline;
import org.tasuki.casefile.web.CaseViews.Person;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** Puts the child, the family, the deadlines and the contacts of a case into words for one reader. */
@Component
public class CaseShown {

    private final Household household;
    private final Contacts contacts;
    private final Deadlines deadlines;
    private final People people;
    private final MessageSource texts;

    CaseShown(Household household, Contacts contacts, Deadlines deadlines, People people, MessageSource texts) {
        this.household = household;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.people = people;
        this.texts = texts;
    }

    public Child child(CaseFile.Child child, Locale language) {
        return new Child(
                child.kana(),
                child.name(),
                child.birthDate(),
                sex(child.sex(), language),
                child.school(),
                child.address());
    }

    public List<Deadline> deadlines(CaseNumber number, Locale language) {
        return deadlines.ofCase(number).stream()
                .map(open -> new Deadline(
                        open.label().in(language),
                        open.source().in(language),
                        open.startedAt(),
                        open.dueAt(),
                        notes(open, language)))
                .toList();
    }

    /** What makes the limit unlike the others, in words. */
    public List<String> notes(RunningDeadline open, Locale language) {
        List<String> notes = new ArrayList<>();
        if (open.paused()) {
            notes.add(texts.getMessage("casefile.limit.paused", null, language));
        }
        if (open.agreed()) {
            notes.add(texts.getMessage("casefile.limit.agreed", null, language));
        }
        LocalDate known = open.knownThrough();
        if (known != null) {
            Object[] year = {String.valueOf(known.getYear())};
            notes.add(texts.getMessage("casefile.limit.provisional", year, language));
        }
        return notes;
    }

    public List<Contact> contacts(CaseNumber number, int most, Locale language) {
        return contacts.of(number, most).stream()
                .map(contact -> new Contact(
                        contact.at(),
                        people.name(contact.by()).in(language),
                        contact.withWhom() == null ? "" : contact.withWhom(),
                        contact.note()))
                .toList();
    }

    public List<Person> family(CaseNumber number, Locale language) {
        return household.of(number).stream()
                .map(member -> new Person(
                        relation(member.relation(), language),
                        member.name(),
                        member.kana(),
                        member.birthDate(),
                        member.guardian() ? null : Boolean.TRUE,
                        member.note()))
                .toList();
    }

    /** Relations are stored as the sheet's option values; what a page cannot name it shows as it was stored. */
    private String relation(@Nullable String stored, Locale language) {
        return stored == null
                ? ""
                : Objects.requireNonNullElse(
                        texts.getMessage("casefile.relation." + stored, null, stored, language), stored);
    }

    private @Nullable String sex(@Nullable String stored, Locale language) {
        return stored == null ? null : texts.getMessage("casefile.sex." + stored, null, stored, language);
    }
}
