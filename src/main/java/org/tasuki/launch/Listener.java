package org.tasuki.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** The address and port that the pages will be served on. */
record Listener(String address, int port) {

    void mustBeLoopback() {
        if (!resolved().isLoopbackAddress()) {
            throw new StartRefused(new Text(
                    "デモ環境は公開アドレス（%s）では起動できません。パスワードが公開されているため、127.0.0.1 のみ使えます。".formatted(address),
                    "The demo office does not listen on %s: its passwords are public, so it stays on 127.0.0.1."
                            .formatted(address)));
        }
    }

    void mustBeFree() {
        if (port < 0 || port > 65535) {
            throw cannotListen(null);
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(!PostgresBinaries.WINDOWS);
            probe.bind(new InetSocketAddress(resolved(), port));
        } catch (IOException e) {
            throw answers() ? inUse(port) : cannotListen(e);
        }
    }

    static StartRefused inUse(int port) {
        return new StartRefused(new Text(
                "ポート %d は別のプログラムが使用中です。それを終了するか、--server.port=8081 のように別のポートを指定してください。".formatted(port),
                "Port %d is in use by another program. Stop it, or name another port such as --server.port=8081."
                        .formatted(port)));
    }

    private boolean answers() {
        try (var caller = new Socket()) {
            caller.connect(new InetSocketAddress(resolved(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private StartRefused cannotListen(@Nullable IOException cause) {
        return new StartRefused(
                new Text(
                        "%s のポート %d は使えません。server.address と server.port を確認してください。".formatted(address, port),
                        "Port %d of %s cannot be used: check server.address and server.port.".formatted(port, address)),
                cause);
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw cannotListen(e);
        }
    }
}
