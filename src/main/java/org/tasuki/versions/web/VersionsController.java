package org.tasuki.versions.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.engine.ProcessSource;
import org.tasuki.versions.Version;
import org.tasuki.versions.VersionWatch;
import org.tasuki.versions.Versions;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Changed processes (業務手順の版): brought in, judged, compared with what runs, taken back before their day. */
@Controller
class VersionsController {

    static final String PATH = "/administration/processes";

    private static final String ONE = PATH + "/{version}";

    private final Versions versions;
    private final VersionWatch watch;
    private final VersionPages pages;

    VersionsController(Versions versions, VersionWatch watch, VersionPages pages) {
        this.versions = versions;
        this.watch = watch;
        this.pages = pages;
    }

    @GetMapping(PATH)
    String list(Locale language, Model model) {
        pages.list(VersionEntry.on(versions.today()), language, model);
        return "versions/list";
    }

    /** @param tooLarge set by the filter that reads past what is too large for anybody */
    @PostMapping(PATH)
    ModelAndView bring(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestAttribute(name = "tasuki.upload.tooLarge", required = false) @Nullable Boolean tooLarge,
            Locale language,
            Model model)
            throws IOException {
        VersionEntry entry = VersionEntry.read(from, file, Boolean.TRUE.equals(tooLarge), versions.today());
        if (!entry.sound() || file == null) {
            return again(entry, language, model);
        }
        ProcessSource source = ProcessSource.of(entry.fileName(), file.getInputStream());
        if (versions.same(source, entry.day())) {
            return again(entry.same(), language, model);
        }
        Version brought = versions.bring(source, entry.day());
        if (brought.state() == Version.State.WAITING && !brought.effectiveOn().isAfter(versions.today())) {
            watch.begin();
        }
        return new ModelAndView("redirect:" + PATH + "/" + brought.id());
    }

    private ModelAndView again(VersionEntry entry, Locale language, Model model) {
        pages.list(entry, language, model);
        model.addAttribute("here", PATH);
        return new ModelAndView("versions/list", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(ONE)
    String show(@PathVariable String version, Locale language, Model model) {
        pages.one(find(version), language, model);
        return "versions/version";
    }

    /** The two files that the page compares, for the diagrams in the browser, which put the texts in the reader's language. */
    @GetMapping(ONE + "/diagrams/{side}")
    ResponseEntity<String> diagram(@PathVariable String version, @PathVariable String side) {
        Version one = find(version);
        if (one.state() == Version.State.REFUSED) {
            throw new NotFound();
        }
        byte[] xml =
                switch (side) {
                    case "before" -> versions.before(one);
                    case "after" -> versions.xml(one);
                    default -> throw new NotFound();
                };
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(new String(xml, StandardCharsets.UTF_8));
    }

    @PostMapping(ONE + "/withdrawal")
    String withdraw(@PathVariable String version, RedirectAttributes flash) {
        Version one = find(version);
        flash.addFlashAttribute(
                "notice",
                versions.withdraw(one) ? Notice.done("versions.withdrawn") : Notice.caution("versions.withdrawn.late"));
        return "redirect:" + PATH + "/" + one.id();
    }

    private Version find(String id) {
        return find(versions, id);
    }

    static Version find(Versions versions, String id) {
        return versions.find(uuid(id)).orElseThrow(NotFound::new);
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }

    static Map<String, String> renamed(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(one -> one.getKey().startsWith("as.") && one.getValue().matches("[\\w.-]{1,100}"))
                .filter(one -> one.getKey().substring(3).matches("[\\w.-]{1,100}"))
                .collect(Collectors.toMap(one -> one.getKey().substring(3), Map.Entry::getValue));
    }
}
