package org.tasuki.people;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Shows whoever started a new installation the way in. On the terminal and not in the log, which others read for longer. */
@Component
@ConditionalOnWebApplication // a command beside the office invites nobody
@Profile("prod")
class FirstStart {

    private final Accounts accounts;
    private final SetupCodes codes;
    private final Environment settings;

    FirstStart(Accounts accounts, SetupCodes codes, Environment settings) {
        this.accounts = accounts;
        this.codes = codes;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void showTheWayIn() {
        if (accounts.none()) {
            PrintStream terminal =
                    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            terminal.printf(
                    """
                      まだアカウントがありません。24時間以内に次のアドレスを開き、コードを入力して、児童相談所と最初の管理者を登録してください（一度だけ有効）。
                      There is no account yet. Within 24 hours, open this address and type the code to enter the center and its
                      first administrator. It works once; behind an HTTPS proxy, put the proxy's address before /setup.
                        http://%s:%s/setup
                        %s
                    """,
                    host(), settings.getProperty("local.server.port", ""), codes.issue());
        }
    }

    private String host() {
        String address = settings.getProperty("server.address", "127.0.0.1");
        return List.of("0.0.0.0", "::").contains(address) ? "localhost" : address;
    }
}
