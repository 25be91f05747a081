package org.tasuki.courses.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.courses.CourseChange;
import org.tasuki.courses.MaterialDesk;
import org.tasuki.courses.NotAccepted;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** A trainer brings courses in from another office, after being shown what that changes, and gives them out. */
@Controller
class MaterialController {

    static final String PATH = CourseController.PATH + "/materials";

    private static final Logger LOG = LoggerFactory.getLogger(MaterialController.class);
    private static final String VIEW = "courses/materials";
    private static final String PLAN = "courses/plan";
    private static final String REDIRECT = "redirect:" + PATH;
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final MaterialDoor door;
    private final MaterialDesk desk;
    private final MaterialPages pages;

    MaterialController(MaterialDoor door, MaterialDesk desk, MaterialPages pages) {
        this.door = door;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping(PATH)
    String list(Locale language, Model model) {
        door.enter();
        pages.list(language, model);
        return VIEW;
    }

    /** @param tooLarge set by the filter that reads past what is too large for anybody */
    @PostMapping(PATH)
    ModelAndView bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestAttribute(name = "tasuki.upload.tooLarge", required = false) @Nullable Boolean tooLarge,
            Locale language,
            Model model)
            throws IOException {
        door.enter();
        if (Boolean.TRUE.equals(tooLarge)) {
            return refused("courses.materials.tooLarge", List.of(), language, model);
        }
        if (file == null || file.isEmpty()) {
            return refused("courses.materials.none", List.of(), language, model);
        }
        try {
            return new ModelAndView(REDIRECT + "/" + desk.lay(file.getBytes()));
        } catch (NotAccepted why) {
            LOG.info("course material was not taken in: {}", why.getMessage());
            return refused("courses.materials.refused", pages.told(why, language), language, model);
        }
    }

    private ModelAndView refused(String problem, List<String> findings, Locale language, Model model) {
        pages.list(language, model);
        model.addAttribute("problem", problem);
        model.addAttribute("findings", findings);
        model.addAttribute("here", PATH);
        return new ModelAndView(VIEW, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(PATH + "/{upload}")
    ModelAndView plan(@PathVariable String upload, Locale language, Model model) {
        door.enter();
        try {
            List<CourseChange> changes = desk.plan(id(upload)).orElseThrow(NotFound::new);
            pages.plan(upload, changes, language, model);
            return new ModelAndView(PLAN, model.asMap());
        } catch (NotAccepted why) {
            return refused("courses.materials.refused", pages.told(why, language), language, model);
        }
    }

    @PostMapping(PATH + "/{upload}")
    ModelAndView accept(@PathVariable String upload, Locale language, Model model, RedirectAttributes flash) {
        door.enter();
        try {
            int accepted = desk.accept(id(upload)).orElseThrow(NotFound::new);
            flash.addFlashAttribute("notice", Notice.done("courses.materials.accepted", String.valueOf(accepted)));
            return new ModelAndView(REDIRECT);
        } catch (NotAccepted why) {
            return refused("courses.materials.refused", pages.told(why, language), language, model);
        }
    }

    @PostMapping(PATH + "/{upload}/rejection")
    String drop(@PathVariable String upload) {
        door.enter();
        if (!desk.drop(id(upload))) {
            throw new NotFound();
        }
        return REDIRECT;
    }

    @PostMapping(CourseController.PATH + "/{course}/removal")
    String remove(@PathVariable String course, RedirectAttributes flash) {
        door.enter();
        if (!desk.remove(course)) {
            throw new NotFound();
        }
        flash.addFlashAttribute("notice", Notice.done("courses.materials.removed"));
        return REDIRECT;
    }

    @GetMapping(CourseController.PATH + "/materials.zip")
    ResponseEntity<byte[]> exportAll() throws NotAccepted {
        door.enter();
        return zip("tasuki-courses.zip", desk.exportAll());
    }

    @GetMapping(CourseController.PATH + "/{course}/material.zip")
    ResponseEntity<byte[]> export(@PathVariable String course) throws NotAccepted {
        door.enter();
        return zip("tasuki-course-" + course + ".zip", desk.export(course).orElseThrow(NotFound::new));
    }

    /** What goes out must come in again elsewhere: all at once may be more than one file can hold. */
    @ExceptionHandler
    String tooMuch(NotAccepted why, Locale language, RedirectAttributes flash) {
        LOG.info("course material was not given out: {}", why.getMessage());
        flash.addFlashAttribute(
                "notice", Notice.caution("courses.materials.tooMuch", String.join(" ", pages.told(why, language))));
        return REDIRECT;
    }

    private static ResponseEntity<byte[]> zip(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static UUID id(String written) {
        return Optional.of(written)
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .orElseThrow(NotFound::new);
    }
}
