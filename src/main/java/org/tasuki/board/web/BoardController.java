package org.tasuki.board.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.board.Load;

/** The supervisor's board. Who may is said with the other addresses. */
@Controller
class BoardController {

    private final BoardPages pages;

    BoardController(BoardPages pages) {
        this.pages = pages;
    }

    @GetMapping("/board")
    String board(
            @RequestParam @Nullable String process,
            @RequestParam @Nullable String colour,
            @RequestParam @Nullable String days,
            Locale language,
            Model model) {
        pages.board(BoardView.of(process, colour, days), language, model);
        return "board/board";
    }

    /** For an open board: what its three great numbers are now, if they are others than those it shows. */
    @GetMapping("/board/news")
    String news(@RequestParam(defaultValue = "") String seen, Model model) {
        Load all = pages.all();
        model.addAttribute("all", all);
        model.addAttribute("moved", !seen.equals(all.cases() + "," + all.late() + "," + all.soon()));
        return "board/news";
    }

    /** Large, for the wall of the room in which a team meets. */
    @GetMapping("/board/meeting")
    String meeting(Locale language, Model model) {
        model.addAttribute("all", pages.all());
        pages.around(language, model);
        return "board/meeting";
    }
}
