package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseDocument;
import org.tasuki.casefile.CaseDocuments;
import org.tasuki.casefile.CaseFile;
import org.tasuki.people.Acting;
import org.tasuki.people.People;

/** The files of a case as its documents tab shows them. */
@Component
class CaseFilesShown {

    private static final int KILO = 1024;

    private final CaseDocuments documents;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    CaseFilesShown(CaseDocuments documents, People people, Acting acting, MessageSource texts) {
        this.documents = documents;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * @param title null when it would reveal the notifier to this reader, or cannot be opened any more
     * @param path null when this reader may not take it out
     * @param problem of the form that withdraws it, a message key
     */
    record Row(
            String id,
            @Nullable String title,
            @Nullable String name,
            String kind,
            String content,
            boolean reveals,
            boolean hidden,
            @Nullable String path,
            Instant at,
            String who,
            @Nullable String withdrawn,
            boolean mayWithdraw,
            String typed,
            @Nullable String problem) {}

    /** What was typed into one row's form, and what is wrong with it. */
    record Typed(String id, String reason, @Nullable String problem) {}

    void fill(Map<String, Object> page, CaseFile file, Locale language) {
        fill(page, file, FileEntry.NOTHING, null, language);
    }

    void fill(Map<String, Object> page, CaseFile file, FileEntry entry, @Nullable Typed typed, Locale language) {
        page.put(
                "files",
                documents.of(file).stream()
                        .map(document -> row(file, document, typed, language))
                        .toList());
        page.put("mayWrite", mayWrite(file));
        page.put("entry", entry);
    }

    boolean mayWrite(CaseFile file) {
        return file.center().equals(acting.current().center());
    }

    private Row row(CaseFile file, CaseDocument document, @Nullable Typed typed, Locale language) {
        CaseDocument.Label label = document.label();
        String id = document.id().toString();
        Typed here = typed != null && typed.id().equals(id) ? typed : new Typed(id, "", null);
        return new Row(
                id,
                label == null ? null : label.title(),
                label == null ? null : label.name(),
                texts.getMessage("casefile.files.kind." + document.kind(), null, language),
                texts.getMessage("casefile.files.content." + document.content().key(), null, language) + " "
                        + size(document.size()),
                document.revealsNotifier(),
                !document.mayOpen(),
                label != null ? "/cases/" + file.number() + "/files/" + id : null,
                document.at(),
                people.name(document.by()).in(language),
                withdrawn(document, language),
                document.withdrawn() == null && document.mayOpen() && mayWrite(file),
                here.reason(),
                here.problem());
    }

    private @Nullable String withdrawn(CaseDocument document, Locale language) {
        CaseDocument.Withdrawal withdrawal = document.withdrawn();
        if (withdrawal == null) {
            return null;
        }
        Object[] what = {people.name(withdrawal.by()).in(language), document.mayOpen() ? withdrawal.reason() : "■■■"};
        return texts.getMessage("casefile.files.withdrawn", what, language);
    }

    private static String size(int bytes) {
        int kilobytes = Math.max(1, bytes / KILO);
        return kilobytes < KILO
                ? kilobytes + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
