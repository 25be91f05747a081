package org.tasuki.casefile.web;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Contacts;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;

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
        String whom = clean(withWhom);
        String what = clean(text);
        if (whom.isEmpty() || what.isEmpty()) {
            return texts.getMessage("casefile.contacts.missing", null, language);
        }
        if (length(whom) > WITH_MOST || length(what) > TEXT_MOST) {
            return texts.getMessage("casefile.contacts.tooLong", new Object[] {WITH_MOST, TEXT_MOST}, language);
        }
        if (whom.chars().anyMatch(Character::isISOControl) || hasControl(what)) {
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

    private static String clean(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).replace("\r\n", "\n");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(point -> Character.isISOControl(point) && point != '\n' && point != '\t');
    }
}
