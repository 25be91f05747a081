package org.tasuki.inbox.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tasuki.inbox.InboxMoved;
import org.tasuki.people.OpenSessions;

/**
 * The pages of the inbox that are open now, and wait to hear that something moved. However much moves, each hears of it once a beat,
 * and hears no more than that it did: what moved it asks for itself, with its own rights.
 */
@Component
class OpenStreams implements SmartLifecycle {

    /** More windows than this ask from time to time instead. A browser keeps no more than six connections to one address. */
    static final int MOST_A_PERSON = 4;

    /** Then the page asks anew, and what it may hear of is found out anew. */
    private static final long LASTS_MS = 30 * 60 * 1000L;

    private final List<Open> open = new CopyOnWriteArrayList<>();
    private final OpenSessions sessions;
    private final int beatsBetweenSigns;
    private volatile boolean running;
    private int beats;

    OpenStreams(OpenSessions sessions, @Value("${tasuki.inbox.sign-every-beats:15}") int beatsBetweenSigns) {
        this.sessions = sessions;
        this.beatsBetweenSigns = beatsBetweenSigns;
    }

    private record Open(String account, String session, Set<String> lists, SseEmitter pipe, AtomicBoolean moved) {}

    /** Empty when the house is closing. Of too many the oldest ends: mostly its page was left long since, and nobody has noticed. */
    synchronized Optional<SseEmitter> begin(String account, String session, Set<String> lists) {
        if (!running) {
            return Optional.empty();
        }
        List<Open> theirs =
                open.stream().filter(one -> one.account().equals(account)).toList();
        theirs.stream().limit(Math.max(0, theirs.size() - MOST_A_PERSON + 1L)).forEach(oldest -> {
            send(oldest, SseEmitter.event().name("enough").data(""));
            end(oldest);
        });
        SseEmitter pipe = new SseEmitter(LASTS_MS);
        Open one = new Open(account, session, lists, pipe, new AtomicBoolean());
        pipe.onCompletion(() -> open.remove(one));
        pipe.onTimeout(pipe::complete);
        pipe.onError(gone -> open.remove(one));
        open.add(one);
        // With the first words the browser knows that the line stands.
        send(one, SseEmitter.event().comment(""));
        return Optional.of(pipe);
    }

    @EventListener
    void on(InboxMoved moved) {
        open.stream().filter(one -> moved.concerns(one.lists())).forEach(one -> one.moved()
                .set(true));
    }

    /** Once a second: says what there is to say, and every now and then that the line is alive. */
    void beat() {
        beats += 1;
        boolean sign = beats % beatsBetweenSigns == 0;
        for (Open one : open) {
            if (sign && !sessions.isOpen(one.session())) {
                end(one);
            } else if (one.moved().getAndSet(false)) {
                send(one, SseEmitter.event().name("moved").data(""));
            } else if (sign) {
                send(one, SseEmitter.event().comment(""));
            }
        }
    }

    private void send(Open one, SseEmitter.SseEventBuilder what) {
        try {
            one.pipe().send(what);
        } catch (IOException | IllegalStateException gone) {
            // The window was closed. The container says so to the pipe as well.
            open.remove(one);
        }
    }

    private void end(Open one) {
        open.remove(one);
        try {
            one.pipe().complete();
        } catch (IllegalStateException gone) {
            // Its window was closed a moment ago, and the container has ended it: no reason to fail whoever opens
            // another.
        }
    }

    int count(String account) {
        return (int) open.stream().filter(one -> one.account().equals(account)).count();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for its answers to end: these never would. */
    @Override
    public void stop() {
        running = false;
        open.forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
