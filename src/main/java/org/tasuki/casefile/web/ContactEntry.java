package org.tasuki.casefile.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Contacts;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.terms.Typing;

/** The two-field entry of the contact log: with whom, and what. */
@Component
class ContactEntry {

    private static final int WITH_MOST = 200;
    private static final int TEXT_MOST = 4000;

    private final Contacts contacts;
    private final CaseClocks clocks;
    private final Acting acting;
    private final MessageSource texts;

    ContactEntry(Contacts contacts, CaseClocks clocks, Acting acting, MessageSource texts) {
        this.contacts = contacts;
        this.clocks = clocks;
        this.acting = acting;
        this.texts = texts;
    }

    record Typed(String with, String text, @Nullable String problem) {

        static final Typed NOTHING = new Typed("", "", null);
    }

    /** Notes the contact, or answers why it cannot stand, in the reader's language. */
    @Nullable
    String note(CaseFile file, String withWhom, String text, Locale language) {
        String whom = Typing.tidy(withWhom);
        String what = Typing.tidy(text);
        if (whom.isEmpty() || what.isEmpty()) {
            return texts.getMessage("casefile.contacts.missing", null, language);
        }
        if (Typing.length(whom) > WITH_MOST || Typing.length(what) > TEXT_MOST) {
            return texts.getMessage("casefile.contacts.tooLong", new Object[] {WITH_MOST, TEXT_MOST}, language);
        }
        if (Typing.hostile(whom, false) || Typing.hostile(what, true)) {
            return texts.getMessage("casefile.contacts.control", null, language);
        }
        contacts.note(
                file.number(),
                file.center(),
                new Contacts.Contact(
                        clocks.of(file.number()).instant(),
                        "contact",
                        whom,
                        what,
                        acting.current().account()));
        return null;
    }
}
