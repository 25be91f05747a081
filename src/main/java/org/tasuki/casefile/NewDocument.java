package org.tasuki.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Typing;

/**
 * A file that may become part of a case: of a kind that is taken in, called what it is.
 *
 * @param name as it is kept
 * @param revealsNotifier whether who notified can be told from it (CAPA 7)
 */
public record NewDocument(
        String title, DocumentKind kind, boolean revealsNotifier, String name, FileKind content, byte[] bytes) {

    /** 10 MB: a scanned file of some thirty pages, a photograph as a telephone takes it. */
    public static final int MOST_BYTES = 10 << 20;

    public static final int MOST_OF_TITLE = 100;

    /** What came from the browser. {@code bytes} is null when there was no file, or one too large to be read at all. */
    public record Sent(
            String title,
            String kind,
            boolean revealsNotifier,
            String fileName,
            byte @Nullable [] bytes,
            boolean tooLarge) {}

    /** @throws Refusals with each reason why it cannot stand */
    public static NewDocument of(Sent sent) {
        List<Refusal> refusals = new ArrayList<>();
        String title = Typing.tidy(sent.title());
        titleProblem(title, refusals);
        DocumentKind kind = DocumentKind.find(sent.kind()).orElse(null);
        if (kind == null) {
            refusals.add(new Refusal("kind", "casefile.files.kind.missing"));
        }
        FileName name = FileName.of(sent.fileName());
        FileKind content = content(sent, name, refusals);
        byte[] bytes = sent.bytes();
        if (kind == null || content == null || bytes == null || !refusals.isEmpty()) {
            throw new Refusals(refusals);
        }
        return new NewDocument(title, kind, sent.revealsNotifier(), name.of(content), content, bytes);
    }

    private static void titleProblem(String title, List<Refusal> refusals) {
        if (title.isEmpty()) {
            refusals.add(new Refusal("title", "casefile.files.title.missing"));
        } else if (Typing.length(title) > MOST_OF_TITLE) {
            refusals.add(new Refusal("title", "casefile.files.title.tooLong"));
        } else if (Typing.hostile(title, false) || title.codePoints().anyMatch(FileName::unseen)) {
            refusals.add(new Refusal("title", "casefile.files.title.characters"));
        }
    }

    private static @Nullable FileKind content(Sent sent, FileName name, List<Refusal> refusals) {
        byte[] bytes = sent.bytes();
        if (sent.tooLarge() || bytes != null && bytes.length > MOST_BYTES) {
            refusals.add(new Refusal("file", "casefile.files.file.tooLarge"));
        } else if (bytes == null || bytes.length == 0) {
            refusals.add(new Refusal(
                    "file", sent.fileName().isEmpty() ? "casefile.files.file.missing" : "casefile.files.file.empty"));
        } else {
            FileKind kind = new FileContent(bytes).kind().orElse(null);
            if (kind == null) {
                refusals.add(new Refusal("file", "casefile.files.file.unknown"));
            } else if (!name.fits(kind)) {
                refusals.add(new Refusal("file", "casefile.files.file.mislabelled"));
            }
            return kind;
        }
        return null;
    }

    /** What is in it, and what it is called, stays out of logs and messages. */
    @Override
    public String toString() {
        return "NewDocument " + content;
    }
}
