package org.tasuki.debrief.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tasuki.debrief.Comparison;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.practice.PracticeClass;

/** The sheets as the trainer gets them. */
@TestConfiguration(proxyBeanMethods = false)
public class SheetsPrinted {

    private final Sheets sheets;
    private final Acting acting;

    SheetsPrinted(Sheets sheets, Acting acting) {
        this.sheets = sheets;
        this.acting = acting;
    }

    public byte[] of(PracticeClass held, Comparison debrief) {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        Actor trainer = Actor.person(held.trainer(), Set.of(Role.TRAINER), "-", null);
        return acting.as(trainer, () -> sheets.printed(held, debrief, Locale.JAPANESE));
    }
}
