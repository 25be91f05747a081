package org.tasuki.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.CaseDocument;
import org.tasuki.casefile.CaseDocuments;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Contacts;
import org.tasuki.casefile.Contacts.Contact;
import org.tasuki.casefile.Household;
import org.tasuki.casefile.Household.Member;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.casefile.web.CaseShown;
import org.tasuki.disclosure.Part.Line;
import org.tasuki.forms.AnswersView;
import org.tasuki.forms.Form;
import org.tasuki.forms.Forms;
import org.tasuki.terms.Japan;
import org.tasuki.web.Dates;

/**
 * The records of a case, part by part, with known names of others already taken out of their words. The notifier's part of a
 * sheet is never opened here. They are in Japanese, as they were written.
 */
@Component
@Transactional(readOnly = true)
public class Records {

    /** What is the child's own needs no second look. */
    static final String CHILD = "child";

    private static final Locale JA = Locale.JAPANESE;
    private static final int ALL = 100_000;

    /** What was said of a request is no part of what it asks for. */
    static final String OWN_FORMS = "disclosure-";

    /** What colleagues asked each other. */
    private static final String BETWEEN_COLLEAGUES = "question-";

    private final Household household;
    private final Contacts contacts;
    private final Answers answers;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final CaseDocuments documents;
    private final CaseShown shown;
    private final Dates dates;
    private final MessageSource texts;

    Records(
            Household household,
            Contacts contacts,
            Answers answers,
            Forms forms,
            OfficeLookups lookups,
            CaseDocuments documents,
            CaseShown shown,
            Dates dates,
            MessageSource texts) {
        this.household = household;
        this.contacts = contacts;
        this.answers = answers;
        this.forms = forms;
        this.lookups = lookups;
        this.documents = documents;
        this.shown = shown;
        this.dates = dates;
        this.texts = texts;
    }

    /** As they begin, before anybody decides otherwise; in Japanese to the last date, whoever reads. */
    public List<Part> of(CaseFile file, String moreWords) {
        Locale reader = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(JA);
        try {
            return inJapanese(file, moreWords);
        } finally {
            LocaleContextHolder.setLocale(reader);
        }
    }

    private List<Part> inJapanese(CaseFile file, String moreWords) {
        List<Member> family = household.of(file.number());
        Blackout blackout = blackout(family, moreWords);
        List<Part> parts = new ArrayList<>();
        parts.add(child(file));
        for (int i = 0; i < family.size(); i++) {
            parts.add(member(family.get(i), i));
        }
        sheets(file, blackout, parts);
        log(file, blackout, parts);
        documents.of(file).forEach(document -> parts.add(document(document, blackout)));
        return parts;
    }

    /** With what was decided. */
    public List<Part> of(CaseFile file, String moreWords, Map<String, String> decisions) {
        return of(file, moreWords).stream()
                .map(part -> {
                    String ground = decisions.get(part.key());
                    return ground == null ? part : part.decided(ground.isEmpty() ? null : ground);
                })
                .toList();
    }

    private static Blackout blackout(List<Member> family, String moreWords) {
        Stream<String> names = family.stream().flatMap(member -> Stream.of(member.name(), member.kana()));
        return Blackout.of(Stream.concat(
                        names.filter(name -> name != null && !name.isBlank()),
                        moreWords.lines().filter(line -> !line.isBlank()))
                .toList());
    }

    private Part child(CaseFile file) {
        var child = shown.child(file.child(), JA);
        List<Line> lines = new ArrayList<>();
        line(lines, "name", child.name());
        line(lines, "kana", child.kana());
        line(lines, "birth", child.birth() == null ? null : dates.brief(child.birth()));
        line(lines, "sex", child.sex());
        line(lines, "school", child.school());
        line(lines, "living", child.living());
        return new Part(CHILD, say("disclosure.group.child"), say("disclosure.group.child"), lines, null, false);
    }

    private Part member(Member member, int index) {
        List<Line> lines = new ArrayList<>();
        String relation = member.relation();
        line(
                lines,
                "relation",
                relation == null ? null : texts.getMessage("casefile.relation." + relation, null, relation, JA));
        line(lines, "name", member.name());
        line(lines, "kana", member.kana());
        line(lines, "birth", member.birthDate() == null ? null : dates.brief(member.birthDate()));
        line(lines, "occupation", member.occupation());
        line(lines, "note", member.note());
        String group = say("disclosure.group.member");
        return new Part("member:" + index, group, group + " " + (index + 1), lines, Request.OTHERS, false);
    }

    /** Group by group of each sheet. */
    private void sheets(CaseFile file, Blackout blackout, List<Part> parts) {
        List<Answers.Given> oldestFirst = new ArrayList<>(answers.of(file.number()));
        Collections.reverse(oldestFirst);
        for (Answers.Given given : oldestFirst) {
            if (forms.knows(given.form()) && !given.form().startsWith(OWN_FORMS)) {
                Form form = forms.form(given.form());
                AnswersView view = AnswersView.of(form, given.answers(), JA, lookups.at(file.center()), Set.of());
                for (int i = 0; i < view.sections().size(); i++) {
                    parts.add(section(given, form, view.sections().get(i), i, blackout));
                }
            }
        }
    }

    private Part section(Answers.Given given, Form form, AnswersView.Section section, int index, Blackout blackout) {
        String sheet = form.title().in(JA) + "（"
                + dates.brief(given.at().atZone(Japan.ZONE).toLocalDate()) + "）";
        String heading = section.heading();
        List<Line> lines = new ArrayList<>();
        section.items().forEach(item -> lines(item, blackout, lines));
        boolean notifier = section.items().stream().anyMatch(item -> item.hidden() || item.unreadable());
        return new Part(
                "sheet:" + given.id() + ":" + index,
                sheet,
                heading == null ? sheet : sheet + " " + heading,
                lines,
                ground(form, section, lines),
                notifier);
    }

    /**
     * What somebody told the office in confidence, or colleagues each other, begins as kept back whole; so does where others are listed, or a field is
     * nothing but the name of one.
     */
    private static @Nullable String ground(Form form, AnswersView.Section section, List<Line> lines) {
        if (!form.secret().isEmpty() || form.key().startsWith(BETWEEN_COLLEAGUES)) {
            return Request.THE_OFFICES_WORK;
        }
        boolean others = section.items().stream().anyMatch(item -> !item.rows().isEmpty())
                || lines.stream().anyMatch(line -> line.text().equals(Blackout.BAR));
        return others ? Request.OTHERS : null;
    }

    private static void lines(AnswersView.Item item, Blackout blackout, List<Line> lines) {
        if (item.hidden() || item.unreadable()) {
            lines.add(new Line(item.label(), Blackout.BAR));
        } else if (item.rows().isEmpty()) {
            lines.add(new Line(item.label(), blackout.in(String.join("\n", item.lines()))));
        } else {
            item.rows().forEach(row -> row.forEach(cell -> lines(cell, blackout, lines)));
        }
    }

    private void log(CaseFile file, Blackout blackout, List<Part> parts) {
        List<Contact> oldestFirst = new ArrayList<>(contacts.of(file.number(), ALL));
        Collections.reverse(oldestFirst);
        String group = say("disclosure.group.contact");
        for (int i = 0; i < oldestFirst.size(); i++) {
            Contact contact = oldestFirst.get(i);
            List<Line> lines = new ArrayList<>();
            line(lines, "with", blackout.in(contact.withWhom() == null ? "" : contact.withWhom()));
            line(lines, "text", blackout.in(contact.note()));
            parts.add(new Part("contact:" + i, group, group + " " + dates.full(contact.at()), lines, null, false));
        }
    }

    /** The file itself is looked through, and blacked out, on paper; the list says that there is one. */
    private Part document(CaseDocument document, Blackout blackout) {
        CaseDocument.Label label = document.label();
        List<Line> lines = new ArrayList<>();
        boolean fixed = document.revealsNotifier();
        line(lines, "title", label == null || fixed ? Blackout.BAR : blackout.in(label.title()));
        String group = say("disclosure.group.document");
        return new Part(
                "file:" + document.id(), group, group + " " + dates.full(document.at()), lines, Request.OTHERS, fixed);
    }

    private void line(List<Line> lines, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(new Line(say("disclosure.field." + field), text));
        }
    }

    private String say(String key) {
        return texts.getMessage(key, null, JA);
    }
}
