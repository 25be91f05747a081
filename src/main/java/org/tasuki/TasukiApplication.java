package org.tasuki;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.tasuki.launch.Tasuki;

/** The one deployable. */
@SpringBootApplication
public class TasukiApplication {

    public static void main(String[] args) {
        int code = Tasuki.run(TasukiApplication.class, args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
