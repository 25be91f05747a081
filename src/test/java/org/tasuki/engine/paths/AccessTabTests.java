package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/** The access log of a case has no end that is not shown; and whoever has no cases is offered no search for them. */
@StoryTest
class AccessTabTests {

    private static final Pattern OLDER = Pattern.compile("href=\"(/cases/[^\"]*/access\\?before=\\d+)\"");
    private static final Pattern WHO = Pattern.compile("<td>(reader-\\d+)</td>");

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private TestDatabase database;

    private final MockMvcTester pages;

    @Autowired
    AccessTabTests(WebApplicationContext house) {
        pages = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build());
    }

    @Test
    void aLongLogIsReadPageByPageWithoutAGapOrARepeat() {
        Story story = stories.accepted();
        database.asSuperuser()
                .sql(
                        """
                        insert into audit_entry (at, actor, center, case_number, act)
                        select now(), 'reader-' || n, ?, ?, 'case-viewed' from generate_series(1, 230) n
                        """)
                .params(StoryOffice.CENTER, story.number().value())
                .update();
        List<String> readers = new ArrayList<>();
        String next = "/cases/" + story.number() + "/access";
        while (!next.isEmpty()) {
            String page = body(open(office.at("supervisor"), next));
            WHO.matcher(page).results().forEach(found -> readers.add(found.group(1)));
            Matcher older = OLDER.matcher(page);
            next = older.find() ? older.group(1) : "";
        }
        assertThat(readers)
                .isEqualTo(IntStream.rangeClosed(1, 230)
                        .mapToObj(n -> "reader-" + (231 - n))
                        .toList());
    }

    @Test
    void whereTheAddressNamesNoEntryItBeginsWithTheNewest() {
        Story story = stories.accepted();
        assertThat(body(open(office.at("supervisor"), "/cases/" + story.number() + "/access?before=%3Cb%3E")))
                .contains("事例を閲覧")
                .doesNotContain("<b>");
    }

    @Test
    void onlyWhoHasCasesIsOfferedASearch() {
        assertThat(body(open(office.at("officer"), "/inbox"))).contains("role=\"search\"", "<kbd>/</kbd>");
        for (Role house : Set.of(Role.AUDITOR, Role.ADMIN, Role.TRAINER, Role.ANALYST)) {
            Actor person = Actor.person("story-" + house.key(), Set.of(house), StoryOffice.CENTER, null);
            assertThat(body(open(person, "/inbox"))).doesNotContain("role=\"search\"", "<kbd>/</kbd>");
            assertThat(open(person, "/search")).hasStatus(404);
        }
    }

    private MvcTestResult open(Actor person, String path) {
        Text name = new Text(person.account(), person.account());
        return pages.perform(get(URI.create(path))
                .with(user(new SignedIn(person, name, name, "-", true)))
                .cookie(new Cookie("tasuki-language", "ja")));
    }

    private static String body(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
