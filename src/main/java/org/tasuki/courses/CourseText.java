package org.tasuki.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * A text of a course, written in Markdown. It may come from another office, so HTML in it is shown as it is written, a picture as the
 * words beside it, and a link only where it leads to the web or into this house.
 */
public final class CourseText {

    private static final int NESTED_MOST = 20;
    private static final Pattern WEB = Pattern.compile("https://[^\\s\\\\]+");
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*");

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(TABLES)
            .maxOpenBlockParsers(NESTED_MOST)
            .maxInlineNesting(NESTED_MOST)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.put("rel", "noopener noreferrer");
                }
            })
            .build();

    private CourseText() {}

    /** To stand below a page's own heading. */
    public static String html(String markdown) {
        Node text = PARSER.parse(markdown);
        for (Node node : all(text)) {
            if (node instanceof Heading heading) {
                heading.setLevel(Math.min(heading.getLevel() + 1, 6));
            } else if (node instanceof Image || (node instanceof Link link && !leadsSomewhere(link))) {
                unwrap(node);
            }
        }
        return RENDERER.render(text);
    }

    /** What a text from elsewhere must not have; empty when nothing is the matter. */
    static List<Text> problems(String markdown) {
        List<Text> problems = new ArrayList<>();
        List<Node> nodes = all(PARSER.parse(markdown));
        if (nodes.stream().anyMatch(node -> node instanceof HtmlBlock || node instanceof HtmlInline)) {
            problems.add(new Text("HTMLが含まれています。Markdownだけで書いてください", "there is HTML in it; write Markdown alone"));
        }
        if (nodes.stream().anyMatch(Image.class::isInstance)) {
            problems.add(new Text("画像は使えません", "pictures cannot be used"));
        }
        if (nodes.stream().anyMatch(node -> node instanceof Link link && !leadsSomewhere(link))) {
            problems.add(new Text(
                    "リンク先は https:// か、/ で始まるこの仕組みの中の場所だけです",
                    "a link leads to https:// or to a place in this system that begins with /"));
        }
        return problems;
    }

    private static boolean leadsSomewhere(Link link) {
        String to = link.getDestination();
        return WEB.matcher(to).matches() || HERE.matcher(to).matches();
    }

    /** The words stay where the link was. */
    private static void unwrap(Node node) {
        Node next = node.getFirstChild();
        while (next != null) {
            Node child = next;
            next = child.getNext();
            node.insertBefore(child);
        }
        node.unlink();
    }

    /** In the order of reading. */
    private static List<Node> all(Node root) {
        List<Node> all = new ArrayList<>();
        for (Node at = root; at != null; at = next(at, root)) {
            all.add(at);
        }
        return all;
    }

    private static @Nullable Node next(Node at, Node root) {
        if (at.getFirstChild() != null) {
            return at.getFirstChild();
        }
        Node up = at;
        while (up != null && up != root && up.getNext() == null) {
            up = up.getParent();
        }
        return up == null || up == root ? null : up.getNext();
    }
}
