package org.tasuki.training.web;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.engine.ForeignFile;
import org.tasuki.engine.NotOpened;

/** A BPMN file from elsewhere, walked through without being kept: the answer to the upload is the page itself. */
@Controller("trainingFileController")
class FileController {

    static final String PATH = TrainingController.PATH + "/file";

    private static final String VIEW = "training/file";

    private final FilePages pages;

    FileController(FilePages pages) {
        this.pages = pages;
    }

    @GetMapping(PATH)
    String ask() {
        return VIEW;
    }

    /** @param tooLarge set by the filter that reads past what is too large for anybody */
    @PostMapping(PATH)
    ModelAndView show(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String view,
            @RequestAttribute(name = "tasuki.upload.tooLarge", required = false) @Nullable Boolean tooLarge,
            Locale language,
            Model model)
            throws IOException {
        model.addAttribute("here", PATH);
        model.addAttribute("presenter", view.equals(Trail.PRESENTER));
        if (Boolean.TRUE.equals(tooLarge)) {
            return refused(pages.say("training.file.tooLarge", language), model);
        }
        if (file == null || file.isEmpty()) {
            return refused(pages.say("training.file.none", language), model);
        }
        byte[] xml = file.getBytes();
        try {
            pages.show(name(file), xml, ForeignFile.read(xml), language, model);
            return new ModelAndView(VIEW, model.asMap());
        } catch (NotOpened why) {
            return refused(why.reason().in(language), model);
        }
    }

    private static ModelAndView refused(String problem, Model model) {
        model.addAttribute("problem", problem);
        return new ModelAndView(VIEW, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Without the way to it, and without what is no letter. */
    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        return last.isEmpty() ? "process.bpmn" : last.substring(0, Math.min(last.length(), 200));
    }
}
