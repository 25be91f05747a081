package org.tasuki.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;
import org.tasuki.web.Notice;

/** The auditor reads the trail of the own center and no other, and leaves a trail there too. */
@TrailTest
class AuditPageTests {

    private static final Pattern NEXT = Pattern.compile("href=\"(/audit[^\"]*before=[^\"]*)\"");

    @Autowired
    private TrailOffice office;

    private final MockMvcTester pages;

    @Autowired
    AuditPageTests(WebApplicationContext house) {
        pages = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build());
    }

    @Test
    void theOwnCentersActsInWordsAndNoOthers() {
        String center = office.center(2);
        String other = office.center(1);
        assertThat(page(center, "/audit"))
                .contains("仕事を完了", "officer." + center, "step: s1", "署名はまだありません")
                .doesNotContain("officer." + other);
    }

    @Test
    void readingItIsInTheTrailWithWhatWasAskedFor() {
        String center = office.center(1);
        page(center, "/audit?act=task-completed&person=officer." + center);
        assertThat(page(center, "/audit?act=trail-viewed"))
                .contains("auditor." + center, "act: task-completed, person: officer." + center);
    }

    @Test
    void whatIsAskedForIsWhatIsShown() {
        String center = office.center(3);
        assertThat(page(center, "/audit?person=officer." + center)).contains("step: s2");
        assertThat(page(center, "/audit?person=system")).contains("条件に合う記録はありません");
        assertThat(page(center, "/audit?case=AA-2026-00001")).contains("条件に合う記録はありません");
        assertThat(page(center, "/audit?from=2020-01-01T00:00&until=2021-01-01T00:00"))
                .contains("条件に合う記録はありません");
        assertThat(page(center, "/audit?from=2020-01-01T00:00")).contains("step: s2");
    }

    @Test
    void whatCannotBeReadIsSaidInItsPlaceAndStaysTyped() {
        String center = office.center(1);
        assertThat(page(center, "/audit?case=%3Cb%3E&from=yesterday"))
                .contains("YK-2026-00001 の形で", "日時を入力し直して", "&lt;b&gt;", "value=\"yesterday\"", "from-problem")
                .doesNotContain("<b>", "step: s0");
        assertThat(page(center, "/audit?before=everything")).contains("step: s0");
    }

    @Test
    void aLongTrailIsReadPageByPageWithoutAGapOrARepeat() {
        String center = office.center(120);
        String filter = "/audit?act=task-completed";
        String first = page(center, filter);
        String second = page(center, next(first));
        String third = page(center, next(second));
        assertThat(first).contains("step: s119", "step: s70").doesNotContain("step: s69");
        assertThat(second).contains("step: s69", "step: s20<").doesNotContain("step: s70", "step: s19<");
        assertThat(third).contains("step: s0<", "step: s19<").doesNotContainPattern(NEXT);
    }

    @Test
    void whoeverIsNoAuditorIsRefused() {
        String center = office.center(1);
        assertThat(open(TrailOffice.officer(center), get("/audit"))).hasStatus(403);
        assertThat(open(Actor.person("admin", Set.of(Role.ADMIN), center, null), get("/audit")))
                .hasStatus(403);
        assertThat(open(TrailOffice.officer(center), post("/audit/check").with(csrf())))
                .hasStatus(403);
    }

    @Test
    void theChainIsShownWholeUntilSomebodyTouchesIt() {
        String center = office.center(3);
        // The view itself is an entry too.
        assertThat(page(center, "/audit")).contains("連鎖待ち 4 件");
        assertThat(notice(center)).isEqualTo("audit.check.whole");
        assertThat(page(center, "/audit")).contains("異常はありません").contains("連鎖待ち 1 件");
        long first = office.entries(center).get(0);
        office.tamper("update audit_entry set detail = '{}' where id = ?", first);
        assertThat(page(center, "/audit")).contains("記録 " + first).contains("変更されています");
        assertThat(notice(center)).isEqualTo("audit.fault.changed");
    }

    private String notice(String center) {
        Map<String, Object> flash = open(auditor(center), post("/audit/check").with(csrf()))
                .getMvcResult()
                .getFlashMap();
        return flash.get("notice") instanceof Notice notice ? notice.key() : "none";
    }

    private String page(String center, String path) {
        MvcTestResult page = open(auditor(center), get(URI.create(path)));
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String next(String page) {
        Matcher link = NEXT.matcher(page);
        assertThat(link.find()).isTrue();
        return HtmlUtils.htmlUnescape(link.group(1));
    }

    private static Actor auditor(String center) {
        return Actor.person("auditor." + center, Set.of(Role.AUDITOR), center, null);
    }

    private MvcTestResult open(Actor person, MockHttpServletRequestBuilder request) {
        Text name = new Text(person.account(), person.account());
        return pages.perform(request.with(user(new SignedIn(person, name, name, "-", true)))
                .cookie(new Cookie("tasuki-language", "ja")));
    }
}
