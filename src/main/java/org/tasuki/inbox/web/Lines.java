package org.tasuki.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tasuki.inbox.InboxLane;
import org.tasuki.people.Acting;

/** The line on which a page hears that one of its lists moved. */
@Component
public class Lines {

    private final OpenStreams streams;
    private final Acting acting;

    Lines(OpenStreams streams, Acting acting) {
        this.streams = streams;
        this.acting = acting;
    }

    /** Of all that moves in a center; whoever asks has been let in there. */
    public ResponseEntity<SseEmitter> ofCenter(String center, HttpServletRequest request) {
        return open(request, Set.of(InboxLane.allOf(center)));
    }

    /** 204 tells a browser not to try again: the page asks from time to time instead. */
    ResponseEntity<SseEmitter> open(HttpServletRequest request, Set<String> lists) {
        HttpSession session = request.getSession(false);
        return streams.begin(acting.current().account(), session == null ? "" : session.getId(), lists)
                .map(pipe -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        // A proxy that gathers an answer before it hands it on would never hand this one on.
                        .header("X-Accel-Buffering", "no")
                        .body(pipe))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
