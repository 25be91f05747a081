package org.tasuki.engine.paths;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that refuses one thing, and takes everything else. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket door;
    private final String refused;
    private final String answer;
    private final AtomicInteger refusals = new AtomicInteger();

    /** @param refused the command, such as {@code RCPT} or {@code DATA} */
    RefusingServer(String refused, String answer) {
        this.refused = refused;
        this.answer = answer;
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread server = new Thread(this::serve, "refusing mail server");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return door.getLocalPort();
    }

    int refusals() {
        return refusals.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                talk(guest);
            } catch (IOException gone) {
                // The guest hung up, or the door was closed: the next one, or the end.
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII));
        say(guest, "220 here");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(refused)) {
                refusals.incrementAndGet();
                say(guest, answer);
            } else if (line.startsWith("QUIT")) {
                say(guest, "221 bye");
                return;
            } else {
                say(guest, line.startsWith("DATA") ? "354 go on" : "250 ok");
            }
        }
    }

    private static void say(Socket guest, String line) throws IOException {
        OutputStream out = guest.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
