package org.tasuki.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Where the commands speak. Japanese must survive a terminal whose locale is unset, so it is UTF-8 except on Windows. */
final class Terminal {

    private Terminal() {}

    static PrintWriter out() {
        return writer(FileDescriptor.out);
    }

    static PrintWriter err() {
        return writer(FileDescriptor.err);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        Charset charset = PostgresBinaries.WINDOWS ? Charset.defaultCharset() : StandardCharsets.UTF_8;
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }
}
