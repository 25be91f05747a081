package org.tasuki.figures.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * Two bars a kind, this year's and the year's before, as a picture that needs no script. The table beside it says the same; the years differ
 * by shade, outline and number, not by colour alone.
 */
record BarChart(String title, String described, String now, String before, List<Bar> bars) {

    private static final int WIDTH = 720;
    private static final int LABELS = 230;
    private static final int NUMBERS = 70;
    private static final int ROW = 44;
    private static final int HEAD = 64;

    record Bar(String label, double now, double before, String nowText, String beforeText) {}

    String svg() {
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.now(), bar.before()))
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder();
        put(
                svg,
                """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d"
                     font-family="'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif" font-size="13" fill="#1a1a1a">
                <title id="title">%3$s</title><desc id="desc">%4$s</desc>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                <text x="0" y="18" font-size="15" font-weight="700">%3$s</text>
                <rect x="0" y="32" width="14" height="12" fill="#0017c1"/><text x="20" y="43">%5$s</text>
                <rect x="240.5" y="32.5" width="13" height="11" fill="#ffffff" stroke="#0017c1"/><text x="260" y="43">%6$s</text>
                """,
                WIDTH,
                HEAD + ROW * bars.size() + 8,
                safe(title),
                safe(described),
                safe(now),
                safe(before));
        for (int place = 0; place < bars.size(); place++) {
            bar(svg, bars.get(place), HEAD + ROW * place, most == 0 ? 1 : most);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, Bar bar, int top, double most) {
        double room = WIDTH - LABELS - NUMBERS;
        put(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
                LABELS - 10,
                top + 22,
                safe(brief(bar.label())));
        double now = room * bar.now() / most;
        put(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"15\" fill=\"#0017c1\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
                LABELS,
                top + 2,
                now,
                LABELS + now + 6,
                top + 14,
                safe(bar.nowText()));
        double before = room * bar.before() / most;
        put(
                svg,
                "<rect x=\"%d.5\" y=\"%d.5\" width=\"%.1f\" height=\"13\" fill=\"#ffffff\" stroke=\"#0017c1\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                LABELS,
                top + 19,
                before,
                LABELS + before + 6,
                top + 31,
                safe(bar.beforeText()));
    }

    /** What would not fit beside the bars; the table has all of it. */
    private static String brief(String label) {
        double room = 0;
        for (int place = 0; place < label.length(); place++) {
            room += label.charAt(place) < 0x2000 ? 7 : 13.5;
            if (room > LABELS - 24) {
                return label.substring(0, place) + "…";
            }
        }
        return label;
    }

    private static void put(StringBuilder svg, String line, Object... values) {
        svg.append(String.format(Locale.ROOT, line, values));
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
