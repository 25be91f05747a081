package org.tasuki.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tasuki.inbox.InboxLane;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** The line on which an open inbox hears that something moved. */
@Controller
class StreamController {

    private final OpenStreams streams;
    private final Acting acting;

    StreamController(OpenStreams streams, Acting acting) {
        this.streams = streams;
        this.acting = acting;
    }

    /** 204 tells a browser not to try again: the page asks from time to time instead. */
    @GetMapping("/inbox/stream")
    ResponseEntity<SseEmitter> stream(HttpServletRequest request) {
        Actor me = acting.current();
        HttpSession session = request.getSession(false);
        return streams.begin(me.account(), session == null ? "" : session.getId(), InboxLane.allOf(me))
                .map(pipe -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        // A proxy that gathers an answer before it hands it on would never hand this one on.
                        .header("X-Accel-Buffering", "no")
                        .body(pipe))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
