package org.tasuki.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text may come from anywhere: what it shows is words, lists, tables and links, and never anything that acts. */
class CourseTextTest {

    @Test
    void itsHeadingsStandBelowThePages() {
        assertThat(CourseText.html("# One\n\n## Two\n\n###### Six"))
                .contains("<h2>One</h2>", "<h3>Two</h3>", "<h6>Six</h6>")
                .doesNotContain("<h1");
    }

    @Test
    void aTableIsOne() {
        assertThat(CourseText.html("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "before <img src=x onerror=alert(1)> after",
                "<a href='javascript:alert(1)'>x</a>",
                "<!-- comment -->",
                "<style>body{display:none}</style>",
                "<div\nonclick=alert(1)>x</div>",
                "| a |\n|---|\n| <b>x</b> |"
            })
    void htmlIsShownAsItIsWrittenAndTold(String markdown) {
        assertThat(CourseText.html(markdown)).doesNotContainPattern("<(script|img|a|style|div|svg|b|!--)[\\s/>-]");
        assertThat(CourseText.problems(markdown)).isNotEmpty();
    }

    @Test
    void whatIsNoHtmlByMarkdownIsWordsAndNothingElse() {
        assertThat(CourseText.html("<svg/onload=alert(1)>")).isEqualTo("<p>&lt;svg/onload=alert(1)&gt;</p>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](//evil.example)",
                "[x](/\\evil.example)",
                "[x](\\\\evil.example)",
                "[x](<https://a b>)",
                "[x](file:///etc/passwd)",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "[x]()",
                "![x](https://example.org/pixel.png)",
                "[![x](https://example.org/pixel.png)](javascript:x)"
            })
    void whatLeadsAstrayIsNoLink(String markdown) {
        assertThat(CourseText.html(markdown)).doesNotContain("<a ", "<img");
        assertThat(CourseText.problems(markdown)).isNotEmpty();
    }

    @Test
    void whatLeadsSomewhereIsOne() {
        String markdown = "[web](https://www.cfa.go.jp/) and [here](/training/walkthrough/closing)";
        assertThat(CourseText.html(markdown))
                .contains("href=\"https://www.cfa.go.jp/\"", "href=\"/training/walkthrough/closing\"", "noopener");
        assertThat(CourseText.problems(markdown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "* ", "[", "![", "*a **b ", "`", "_", "- ", "<", "| ", "\\", "&", "1. ", "](", "<!-"})
    void whatIsNestedWithoutEndEnds(String piece) {
        String deep = piece.repeat(250_000 / piece.length()) + "x";
        assertTimeout(Duration.ofSeconds(20), () -> {
            CourseText.problems(deep);
            assertThat(CourseText.html(deep)).isNotBlank();
        });
    }
}
