package org.tasuki.web;

import java.util.regex.Pattern;

/** A path inside this application. What a browser sends back is never trusted to lead anywhere else. */
public final class LocalPath {

    /** One leading slash, and nothing that a browser could read as another host or a new header line. */
    private static final Pattern INSIDE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private LocalPath() {}

    public static String orHome(String path) {
        return INSIDE.matcher(path).matches() ? path : "/";
    }
}
