package org.tasuki.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/** Who did more than their work explains, counted from the trail; times in the tests are Japanese. */
@TrailTest
class AnomalyPageTests {

    private static final String WEEK = "/audit/anomalies?from=2026-03-02&until=2026-03-08";
    private static final Pattern LOOK = Pattern.compile("href=\"(/audit\\?[^\"]*)\"");

    @Autowired
    private TrailOffice office;

    private final MockMvcTester pages;
    private String center = "";
    private String other = "";

    @Autowired
    AnomalyPageTests(WebApplicationContext house) {
        pages = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build());
    }

    @BeforeEach
    void twoCenters() {
        center = office.center(0);
        other = office.center(0);
    }

    @Test
    void aQuietWeekIsSaidToBeOne() {
        did(center, "suzuki", "case-viewed", 29, "2026-03-03T10:00", "{}");
        assertThat(page(WEEK)).contains("注意を要する記録はありません").doesNotContain("suzuki");
    }

    @Test
    void manyDifferentCasesInADay() {
        did(center, "suzuki", "case-viewed", 30, "2026-03-03T10:00", "{}");
        did(center, "suzuki", "case-viewed", 29, "2026-03-04T10:00", "{}");
        did(other, "kato", "case-viewed", 90, "2026-03-03T10:00", "{}");
        assertThat(page(WEEK))
                .contains("1日に多くの事例を閲覧した", "suzuki", "事例 30 件（これまでの閲覧記録なし）")
                .doesNotContain("kato", "事例 29 件", "夜間に閲覧した");
    }

    @Test
    void theSameCaseAgainAndAgainIsOneCase() {
        office.tamper(
                "insert into audit_entry (at, actor, center, case_number, act)"
                        + " select '2026-03-03T10:00+09'::timestamptz, 'suzuki', ?, 'AA-2026-00001', 'case-viewed' from generate_series(1, 200)",
                center);
        assertThat(page(WEEK)).contains("注意を要する記録はありません");
    }

    @Test
    void whoAlwaysSeesManyIsMeasuredByTheirOwnDays() {
        for (int day = 10; day < 28; day++) {
            did(center, "reception", "case-viewed", 12, "2026-02-" + day + "T10:00", "{}");
        }
        did(center, "reception", "case-viewed", 36, "2026-03-03T10:00", "{}");
        did(center, "reception", "case-viewed", 37, "2026-03-04T10:00", "{}");
        assertThat(page(WEEK)).contains("事例 37 件（本人のふだんは1日 12 件）").doesNotContain("事例 36 件");
    }

    @Test
    void theNightIsFromTenToFiveAndOneNightHasTwoDates() {
        did(center, "suzuki", "case-viewed", 1, "2026-03-03T21:59", "{}");
        did(center, "suzuki", "case-viewed", 1, "2026-03-03T22:00", "{}");
        did(center, "suzuki", "case-viewed", 1, "2026-03-04T04:59", "{}");
        did(center, "suzuki", "case-viewed", 1, "2026-03-04T05:00", "{}");
        did(center, "suzuki", "case-viewed", 1, "2026-03-06T00:30", "{}");
        assertThat(page(WEEK)).contains("夜間に閲覧した", "3 回（2 夜）");
    }

    @Test
    void refusalsNotifiersSearchesAndExclusions() {
        did(center, "kato", "access-refused", 5, "2026-03-03T10:00", "{}");
        did(center, "mori", "notifier-shown", 3, "2026-03-03T10:00", "{}");
        did(center, "ogawa", "case-searched", 50, "2026-03-05T10:00", "{}");
        did(center, "tamura", "access-refused", 1, "2026-03-03T10:00", "{\"because\": \"excluded\"}");
        did(center, "few", "access-refused", 4, "2026-03-03T10:00", "{}");
        did(center, "few", "notifier-shown", 2, "2026-03-03T10:00", "{}");
        did(center, "few", "case-searched", 49, "2026-03-05T10:00", "{}");
        did(center, "system", "access-refused", 9, "2026-03-03T10:00", "{}");
        assertThat(page(WEEK))
                .contains("5 回（事例 5 件）", "3 回（事例 3 件）", "50 回", "1 回（事例 1 件）")
                .contains("担当から外れている事例を開こうとした", "tamura")
                .doesNotContain("few", "システム");
    }

    @Test
    void eachLineLeadsToItsEntriesAndLookingIsInTheTrail() {
        did(center, "suzuki", "case-viewed", 31, "2026-03-03T10:00", "{}");
        Matcher look = LOOK.matcher(page(WEEK));
        assertThat(look.find()).isTrue();
        String entries = page(HtmlUtils.htmlUnescape(look.group(1)));
        assertThat(entries).contains("AA-2026-00031", "suzuki").contains("value=\"2026-03-03T00:00\"");
        assertThat(page("/audit?act=anomalies-viewed"))
                .contains("注意を要する記録を閲覧", "from: 2026-03-02, until: 2026-03-08", "auditor." + center);
    }

    @Test
    void daysThatAreNoneAreSaidInTheirPlace() {
        assertThat(page("/audit/anomalies?from=yesterday&until=%3Cb%3E"))
                .contains("日付を入力し直して", "yesterday", "&lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(page("/audit/anomalies?from=2026-03-08&until=2026-03-02")).contains("開始日以降で");
        assertThat(page("/audit/anomalies")).contains("注意を要する記録はありません");
    }

    @Test
    void onlyForAuditors() {
        assertThat(open(TrailOffice.officer(center), WEEK)).hasStatus(403);
    }

    /** On a long trail the counts are found by the index, without reading what everybody else did. */
    @Test
    void aLongTrailIsCountedByItsIndex() {
        did(center, "suzuki", "task-completed", 20_000, "2025-11-03T10:00", "{}");
        did(center, "suzuki", "case-viewed", 31, "2026-03-03T10:00", "{}");
        office.tamper("analyze audit_entry");
        assertThat(
                        office.plan(
                                "select count(*) from audit_entry where center = '" + center
                                        + "' and act in ('case-viewed', 'access-refused') and at >= '2026-03-02' and at < '2026-03-09'"))
                .contains("audit_entry_by_act");
    }

    /** The same act on so many different cases. */
    private void did(String where, String who, String act, int cases, String at, String detail) {
        office.tamper(
                """
                insert into audit_entry (at, actor, center, case_number, act, detail)
                select ?::timestamp at time zone 'Asia/Tokyo', ?, ?, 'AA-2026-' || lpad(n::text, 5, '0'), ?, ?::jsonb
                from generate_series(1, ?) n
                """,
                at,
                who,
                where,
                act,
                detail,
                cases);
    }

    private String page(String path) {
        MvcTestResult page = open(Actor.person("auditor." + center, Set.of(Role.AUDITOR), center, null), path);
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult open(Actor person, String path) {
        Text name = new Text(person.account(), person.account());
        return pages.perform(get(URI.create(path))
                .with(user(new SignedIn(person, name, name, "-", true)))
                .cookie(new Cookie("tasuki-language", "ja")));
    }
}
