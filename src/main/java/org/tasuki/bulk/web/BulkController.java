package org.tasuki.bulk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.bulk.BulkRun;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.bulk.BulkWatch;
import org.tasuki.bulk.Order;
import org.tasuki.inbox.web.InboxAddress;
import org.tasuki.people.Acting;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Many tasks at once (まとめて処理): chosen in the inbox, looked at, begun, followed. */
@Controller
class BulkController {

    /** Of a small selection the result is there with the answer. */
    private static final int AT_ONCE = 20;

    private final BulkRuns runs;
    private final BulkWatch watch;
    private final Selections selections;
    private final BulkPages pages;
    private final Receivers receivers;
    private final ResultTable table;
    private final BulkPaper paper;
    private final Acting acting;

    BulkController(
            BulkRuns runs,
            BulkWatch watch,
            Selections selections,
            BulkPages pages,
            Receivers receivers,
            ResultTable table,
            BulkPaper paper,
            Acting acting) {
        this.runs = runs;
        this.watch = watch;
        this.selections = selections;
        this.pages = pages;
        this.receivers = receivers;
        this.table = table;
        this.paper = paper;
        this.acting = acting;
    }

    @GetMapping("/bulk")
    String list(Locale language, Model model) {
        mayWork();
        pages.list(language, model);
        return "bulk/list";
    }

    /** The ticked tasks, or all that the list shows. */
    @PostMapping("/bulk")
    String choose(
            InboxAddress list,
            @RequestParam(name = "task", required = false) @Nullable List<String> ticked,
            @RequestParam(defaultValue = "") String all,
            RedirectAttributes flash) {
        mayWork();
        Selections.Chosen chosen = all.isEmpty()
                ? selections.of(Objects.requireNonNullElse(ticked, List.of()))
                : selections.all(list.list(), list.filter());
        if (chosen.run() == null) {
            flash.addFlashAttribute("notice", Notice.caution(chosen.problem()));
            return "redirect:" + list.here();
        }
        if (chosen.gone() > 0) {
            flash.addFlashAttribute("notice", Notice.caution("bulk.chosen.gone", String.valueOf(chosen.gone())));
        }
        return "redirect:/bulk/" + chosen.run();
    }

    @GetMapping("/bulk/{run}")
    String show(
            @PathVariable(name = "run") String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model) {
        BulkRun run = mine(id);
        if (run.state() != BulkRun.State.CHOSEN) {
            pages.run(run, language, model);
            return "bulk/run";
        }
        OrderSheet sheet = new OrderSheet(typed);
        pages.choose(run, sheet, sheet.untouched() ? null : sheet.read(), language, model);
        return "bulk/choose";
    }

    @PostMapping("/bulk/{run}/beginning")
    ModelAndView begin(
            @PathVariable(name = "run") String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model) {
        BulkRun run = mine(id);
        OrderSheet sheet = new OrderSheet(typed);
        Order order = sheet.read();
        if (run.state() == BulkRun.State.CHOSEN && (order == null || !receivers.know(order))) {
            pages.choose(run, sheet, order, language, model);
            model.addAttribute("here", "/bulk/" + run.id());
            return new ModelAndView("bulk/choose", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (order != null && runs.begin(run.id(), order)) {
            watch.begin(mine(id), AT_ONCE);
        }
        return new ModelAndView("redirect:/bulk/" + run.id());
    }

    @PostMapping("/bulk/{run}/cancellation")
    String cancel(@PathVariable(name = "run") String id, RedirectAttributes flash) {
        BulkRun run = mine(id);
        flash.addFlashAttribute(
                "notice",
                runs.cancel(run.id()) ? Notice.done("bulk.cancelled") : Notice.caution("bulk.cancelled.late"));
        return "redirect:/bulk/" + run.id();
    }

    /** How far it is, for a page that asks again. */
    @GetMapping("/bulk/{run}/progress")
    String progress(@PathVariable(name = "run") String id, Locale language, Model model, HttpServletResponse answer) {
        BulkRun run = begunOnly(mine(id));
        if (run.state() != BulkRun.State.RUNNING) {
            answer.setHeader("HX-Refresh", "true");
        }
        pages.run(run, language, model);
        return "bulk/progress";
    }

    /** What came of each, as a table for a spreadsheet; no name is in it. */
    @GetMapping("/bulk/{run}/results")
    ResponseEntity<byte[]> results(@PathVariable(name = "run") String id, Locale language) {
        BulkRun run = begunOnly(mine(id));
        return file("results-" + run.id() + ".csv", "text/csv;charset=UTF-8", table.of(run, language));
    }

    @GetMapping("/bulk/{run}/paper")
    ResponseEntity<byte[]> paper(
            @PathVariable(name = "run") String id, @RequestParam(defaultValue = "") String sheets, Locale language) {
        BulkRun run = begunOnly(mine(id));
        if (Objects.requireNonNull(run.order()).act() != Order.Act.PRINT || run.state() != BulkRun.State.DONE) {
            throw new NotFound();
        }
        return file(
                "tasks-" + run.id() + ".pdf",
                MediaType.APPLICATION_PDF_VALUE,
                paper.of(run, !sheets.isEmpty(), language));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    private static BulkRun begunOnly(BulkRun run) {
        if (run.state() == BulkRun.State.CHOSEN) {
            throw new NotFound();
        }
        return run;
    }

    private BulkRun mine(String id) {
        mayWork();
        return runs.find(uuid(id)).orElseThrow(NotFound::new);
    }

    private void mayWork() {
        if (!acting.current().worksOnCases() || acting.current().center() == null) {
            throw new NotFound();
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }
}
