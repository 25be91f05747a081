package org.tasuki.casefile.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.web.NotFound;

/** The process file itself, for the diagram in the browser, with its texts in the reader's language. It names no case. */
@Controller
class DiagramController {

    private final ProcessCatalog catalog;

    DiagramController(ProcessCatalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/processes/{process}/diagram")
    ResponseEntity<String> diagram(@PathVariable String process, Locale language) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(catalog.diagram(process, language).orElseThrow(NotFound::new));
    }
}
