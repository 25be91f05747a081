package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.versions.Versions;

/** Before a version is put to work its page tells which training material it would leave behind, and where. */
@StoryTest
@TestPropertySource(properties = "tasuki.test.many-cases=pages of versions")
class LeftBehindPageTests {

    private static final Actor ADMIN = Actor.person("story-officer", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final String LIST = "/administration/processes";

    @Autowired
    private Stories stories;

    @Autowired
    private Versions versions;

    @Autowired
    private WebApplicationContext house;

    @BeforeEach
    void anOffice() {
        stories.office().open();
    }

    /** One step goes that the named ways come through, one is added that nobody has written a text for. */
    @ParameterizedTest
    @CsvSource({
        "ja, 研修の教材で合わなくなるところ, 学校が気づいたネグレクト, この段階は、プロセスにありません。, この段階の説明がまだありません, 説明はありますが",
        "en, Training material that no longer fits, Neglect reported by a school, The process has no such step., Nobody has written a text, but the step goes"
    })
    void aStepThatGoesAndOneThatComes(
            String language, String title, String way, String gone, String noText, String lost) {
        Browser browser = new Browser(house, language);
        String page = brings(browser, NextGuidance.changed());
        assertThat(browser.opens(ADMIN, page))
                .hasStatusOk()
                .bodyText()
                .contains(title, way, gone, "judgementMeeting", noText, "secondLook", lost);
        assertThat(browser.sends(ADMIN, page + "/withdrawal")).hasStatus3xxRedirection();
        assertThat(browser.opens(ADMIN, page)).hasStatusOk().bodyText().doesNotContain(title);
    }

    @Test
    void whatFitsIsNotSpokenOf() {
        Browser browser = new Browser(house, "ja");
        String page = brings(browser, NextGuidance.shipped().replaceFirst("<bpmn:documentation>", "$0改正。"));
        assertThat(browser.opens(ADMIN, page)).hasStatusOk().bodyText().doesNotContain("合わなくなる");
        assertThat(browser.sends(ADMIN, page + "/withdrawal")).hasStatus3xxRedirection();
    }

    private String brings(Browser browser, String xml) {
        MockMultipartFile file =
                new MockMultipartFile("file", "変更.bpmn", "text/xml", xml.getBytes(StandardCharsets.UTF_8));
        String day = versions.today().plusDays(20).toString();
        return String.valueOf(
                browser.uploads(ADMIN, LIST, file, "from", day).getResponse().getRedirectedUrl());
    }
}
