package org.tasuki.versions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.versions.Move;
import org.tasuki.versions.MoveBook;
import org.tasuki.versions.Moves;
import org.tasuki.versions.Version;
import org.tasuki.versions.Versions;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Running cases on their way to a version: tried first, begun, followed, paused, resumed. */
@Controller
class MovesController {

    /** Of few cases the result is there with the answer. */
    private static final int AT_ONCE = 20;

    private static final String ONE = VersionsController.PATH + "/{version}";
    private static final String RUN = VersionsController.PATH + "/moves/{run}";

    private final Versions versions;
    private final MoveBook book;
    private final Moves moves;
    private final RunPages pages;

    MovesController(Versions versions, MoveBook book, Moves moves, RunPages pages) {
        this.versions = versions;
        this.book = book;
        this.moves = moves;
        this.pages = pages;
    }

    /** What would become of each; nothing moves by it. */
    @GetMapping(ONE + "/move")
    String dry(
            @PathVariable String version,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") String after,
            Locale language,
            Model model) {
        pages.dry(movable(version), VersionsController.renamed(typed), number(after), language, model);
        return "versions/dry";
    }

    @PostMapping(ONE + "/moves")
    String begin(@PathVariable String version, @RequestParam Map<String, String> typed, RedirectAttributes flash) {
        Version to = movable(version);
        Optional<UUID> begun = book.begin(to, VersionsController.renamed(typed));
        if (begun.isEmpty()) {
            flash.addFlashAttribute("notice", Notice.caution("versions.move.already"));
            return "redirect:" + VersionsController.PATH + "/" + to.id();
        }
        moves.work(find(begun.get()), AT_ONCE);
        return "redirect:" + VersionsController.PATH + "/moves/" + begun.get();
    }

    @GetMapping(RUN)
    String show(@PathVariable String run, Locale language, Model model) {
        pages.run(find(VersionsController.uuid(run)), language, model);
        return "versions/run";
    }

    /** How far it is, for a page that asks again. */
    @GetMapping(RUN + "/progress")
    String progress(@PathVariable String run, Locale language, Model model, HttpServletResponse answer) {
        Move move = find(VersionsController.uuid(run));
        if (move.state() != Move.State.RUNNING) {
            answer.setHeader("HX-Refresh", "true");
        }
        pages.run(move, language, model);
        return "versions/progress";
    }

    @PostMapping(RUN + "/pause")
    String pause(@PathVariable String run, RedirectAttributes flash) {
        Move move = find(VersionsController.uuid(run));
        return back(move, book.pause(move, of(move)), "versions.move.paused", flash);
    }

    @PostMapping(RUN + "/resumption")
    String resume(@PathVariable String run, RedirectAttributes flash) {
        Move move = find(VersionsController.uuid(run));
        return back(move, book.resume(move, of(move)), "versions.move.resumed", flash);
    }

    private static String back(Move move, boolean turned, String said, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", turned ? Notice.done(said) : Notice.caution("versions.move.otherwise"));
        return "redirect:" + VersionsController.PATH + "/moves/" + move.id();
    }

    private Version of(Move move) {
        return versions.find(move.version()).orElseThrow();
    }

    private Move find(UUID id) {
        return book.find(id).orElseThrow(NotFound::new);
    }

    private Version movable(String id) {
        Version version = VersionsController.find(versions, id);
        if (!book.newest(version)) {
            throw new NotFound();
        }
        return version;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
