package org.tasuki.casefile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseDocument;
import org.tasuki.casefile.CaseDocument.Opened;
import org.tasuki.casefile.CaseDocuments;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.NewDocument;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.Refusals;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The files of a case: putting one in, taking one out, and saying that one is not to be used any more. */
@Controller
class FileController {

    /** Whatever is in it, a browser that shows it after all runs nothing of it. */
    private static final String CONTENT =
            "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private final CaseDoor door;
    private final CasePages pages;
    private final CaseDocuments documents;
    private final CaseFilesShown shown;

    FileController(CaseDoor door, CasePages pages, CaseDocuments documents, CaseFilesShown shown) {
        this.door = door;
        this.pages = pages;
        this.documents = documents;
        this.shown = shown;
    }

    @PostMapping("/cases/{number}/files")
    ModelAndView add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean reveals,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestAttribute(name = OversizedUpload.TOO_LARGE, required = false) @Nullable Boolean tooLarge,
            Locale language,
            RedirectAttributes flash)
            throws IOException {
        CaseFile into = ours(number);
        try {
            documents.add(into, NewDocument.of(sent(title, kind, reveals, file, Boolean.TRUE.equals(tooLarge))));
            return back(into, Notice.done("casefile.files.saved"), flash);
        } catch (Refusals refused) {
            door.documentRefused(into, refused.problems());
            return page(into, new FileEntry(title, kind, reveals, refused.problems()), null, language);
        }
    }

    @GetMapping("/cases/{number}/files/{file}")
    ResponseEntity<byte[]> takeOut(@PathVariable String number, @PathVariable String file) {
        CaseFile of = ours(number);
        CaseDocument document = documents.find(of, id(file)).orElseThrow(NotFound::new);
        Opened opened = documents.open(of, door.maySee(of, document)).orElseThrow(NotFound::new);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(opened.label().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", CONTENT)
                .contentType(MediaType.parseMediaType(opened.mediaType()))
                .body(opened.bytes());
    }

    @PostMapping("/cases/{number}/files/{file}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        CaseFile of = ours(number);
        CaseDocument document = documents.find(of, id(file)).orElseThrow(NotFound::new);
        try {
            documents.withdraw(of, door.maySee(of, document), new EndingReason(reason));
            return back(of, Notice.done("casefile.files.withdrawal.done"), flash);
        } catch (Refusal refused) {
            var typed = new CaseFilesShown.Typed(document.id().toString(), reason, refused.messageKey());
            return page(of, FileEntry.NOTHING, typed, language);
        }
    }

    private static NewDocument.Sent sent(
            String title, String kind, boolean reveals, @Nullable MultipartFile file, boolean tooLarge)
            throws IOException {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return new NewDocument.Sent(title, kind, reveals, name, file == null ? null : file.getBytes(), tooLarge);
    }

    /** Files are the center's own: an agency is not told that there are any. */
    private CaseFile ours(String number) {
        CaseFile file = door.enter(number, "files");
        if (!shown.mayWrite(file)) {
            throw new NotFound();
        }
        return file;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    private ModelAndView page(CaseFile file, FileEntry entry, CaseFilesShown.@Nullable Typed typed, Locale language) {
        Map<String, Object> page = pages.page(file, "documents", null, language);
        shown.fill(page, file, entry, typed, language);
        page.put("here", "/cases/" + file.number() + "/documents");
        return new ModelAndView("casefile/case", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(CaseFile file, Notice notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/cases/" + file.number() + "/documents");
    }
}
