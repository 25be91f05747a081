package org.tasuki.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tasuki.inbox.InboxLane;
import org.tasuki.people.Acting;

/** The line on which an open inbox hears that something moved. */
@Controller
class StreamController {

    private final Lines lines;
    private final Acting acting;

    StreamController(Lines lines, Acting acting) {
        this.lines = lines;
        this.acting = acting;
    }

    /** 204 tells a browser not to try again: the page asks from time to time instead. */
    @GetMapping("/inbox/stream")
    ResponseEntity<SseEmitter> stream(HttpServletRequest request) {
        return lines.open(request, InboxLane.allOf(acting.current()));
    }

    /** The same of all that moves in the center, for whoever watches it. */
    @GetMapping("/board/stream")
    ResponseEntity<SseEmitter> board(HttpServletRequest request) {
        String center = acting.current().center();
        return lines.open(request, center == null ? Set.of() : Set.of(InboxLane.allOf(center)));
    }
}
