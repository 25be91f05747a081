package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EmergencyReason;
import org.tasuki.casefile.SampleFiles;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.retention.Kept;
import org.tasuki.retention.Retention;
import org.tasuki.terms.Text;

/** When the time of a case's records is over: two people decide, and only then, and for good, they go. */
@StoryTest
class RetentionPageTests {

    private static final List<String> WORDS = List.of("蛇穴", "さらぎ", "蛇穴町一丁目", "物置から泣き声", "蛇穴小学校");

    private static final String APPROVALS = "/board/approvals";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Retention retention;

    @Autowired
    private EmergencyAccess emergencies;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(house);
    }

    @Test
    void twoPeopleDecideAndNothingOfTheChildIsLeft() {
        Story story = over("蛇穴 花", "さらぎ はな", "物置から泣き声", "蛇穴町一丁目");
        browser.uploads(
                person("supervisor"),
                "/cases/" + story.number() + "/files",
                new MockMultipartFile("file", "蛇穴.pdf", "application/pdf", SampleFiles.PDF),
                "title",
                "蛇穴小学校から",
                "kind",
                "school");
        browser.sends(
                person("supervisor"), "/cases/" + story.number() + "/contacts", "with", "蛇穴の祖母", "text", "物置から泣き声と聞いた");
        assertThat(new WholeDatabase(database).holding(WORDS)).isNotEmpty();
        html(browser.opens(person("supervisor"), "/retention"))
                .contains(story.number().value(), "児童記録票（満25歳まで）", "未判断");
        assertThat(proposes("supervisor", story, "erase", "", "保存の必要がない")).hasStatus(HttpStatus.FOUND);
        html(browser.opens(person("supervisor"), page(story)))
                .contains("承認待ち", "別の所長職")
                .doesNotContain("/approval");
        assertThat(answers("director", story, "approval")).hasStatus(HttpStatus.FOUND);
        html(erases("director", story, "ST-2026-99999")).contains("事例番号が違います", "ST-2026-99999");
        assertThat(erases("director", story, story.number().value())).hasStatus(HttpStatus.FOUND);

        assertThat(new WholeDatabase(database).holding(WORDS)).isEmpty();
        assertThat(inTheEngine(story)).isZero();
        html(browser.opens(person("supervisor"), "/cases/" + story.number()))
                .contains("記録は消去されました", "story-supervisor", "story-director");
        for (String tab : List.of("timeline", "documents", "access", "ending")) {
            assertThat(browser.opens(person("director"), "/cases/" + story.number() + "/" + tab))
                    .as(tab)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(browser.sends(person("officer"), "/cases/" + story.number() + "/contacts", "with", "a", "text", "b"))
                .hasStatus(HttpStatus.NOT_FOUND);
        html(browser.sends(person("officer"), "/cases/" + story.number() + "/reopening"))
                .doesNotContain("再開しました");
        html(browser.sends(person("supervisor"), "/search", "q", "蛇穴"))
                .doesNotContain(story.number().value());
        html(browser.sends(person("supervisor"), "/search", "q", story.number().value()))
                .contains("消去済み");
        html(browser.opens(person("supervisor"), "/retention"))
                .doesNotContain(story.number().value());
        assertThat(acts(story))
                .contains("retention-proposed", "retention-approved", "case-erased", "contact-noted", "document-added");
    }

    /** Whoever looked into the records at night must be reviewed before there is nothing left to review by. */
    @Test
    void anOpenReviewKeepsTheRecords() {
        Story story = over();
        acting.as(
                office.secondOfficer(),
                () -> emergencies.open(story.number(), EmergencyReason.of("police", "夜間に警察から照会があったため")));
        proposes("supervisor", story, "erase", "", "保存の必要がない");
        answers("director", story, "approval");
        html(erases("director", story, story.number().value())).contains("終わっていない仕事");
        assertThat(inTheEngine(story)).isPositive();
        story.at("reviewBySupervisor").answers("verdict", "justified");
        assertThat(erases("director", story, story.number().value())).hasStatus(HttpStatus.FOUND);
        assertThat(inTheEngine(story)).isZero();
    }

    /** The list asks for all at once, the erasure for one: in other words, the same. */
    @Test
    void theListAndTheErasureGoByTheSameRules() {
        Story longer = over();
        proposes(
                "supervisor",
                longer,
                "keep",
                LocalDate.now(stories.clock()).plusYears(3).toString(),
                "訴訟が続いている");
        answers("director", longer, "approval");
        Story joined = over();
        Story into = over();
        Story unborn = over();
        Story placed = over();
        Story running = stories.begin();
        JdbcClient superuser = database.asSuperuser();
        superuser
                .sql(
                        "update case_file set status = 'joined', joined_into = ?, closed_at = closed_at - interval '9 years' where number = ?")
                .params(into.number().value(), joined.number().value())
                .update();
        superuser
                .sql(
                        "update case_file set status = 'joined', joined_into = ?, closed_at = now() - interval '9 years' where number = ?")
                .params(running.number().value(), over().number().value())
                .update();
        superuser
                .sql("update child set birth_date = null where case_number = ?")
                .param(unborn.number().value())
                .update();
        superuser
                .sql(
                        """
                        insert into form_answer (case_number, center, task_id, step, form, form_version, answers, answered_by, answered_at)
                        values (?, ?, gen_random_uuid(), 's', 'measure-record', '1', '{"carriedOut": ["placement"]}', 'story-officer', now())
                        """)
                .params(placed.number().value(), StoryOffice.CENTER)
                .update();
        assertThat(superuser
                        .sql(
                                """
                                select f.number from case_file f left join lateral retention_of(f.number, current_date) one on true
                                left join retentions(now(), current_date) of_all on of_all.number = f.number
                                where f.status in ('closed', 'withdrawn', 'joined') and (one.rule, one.version, one.kept_until)
                                      is distinct from (of_all.rule, of_all.version, of_all.kept_until)
                                """)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(superuser
                        .sql("select distinct rule from retentions(now(), current_date) where number = any (?)")
                        .param(List.of(longer, joined, unborn, placed).stream()
                                .map(story -> story.number().value())
                                .toArray(String[]::new))
                        .query(String.class)
                        .list())
                .hasSize(3);
    }

    @Test
    void nobodyApprovesTheirOwnProposal() {
        Story story = over();
        proposes("director", story, "erase", "", "保存の必要がない");
        html(answers("director", story, "approval")).contains("自分の提案は承認できません");
        html(answers("supervisor", story, "approval")).contains("自分の提案は承認できません");
        html(erases("director", story, story.number().value())).contains("2人の判断がそろっていない");
        Actor deputy = deputy();
        assertThat(browser.sends(deputy, page(story) + "/approval", "proposal", proposal(story)))
                .hasStatus(HttpStatus.FOUND);
        assertThat(erases("supervisor", story, story.number().value())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(erases("director", story, story.number().value())).hasStatus(HttpStatus.FOUND);
    }

    /** An approval like the others: listed for who may give it, and it leads back to the list. */
    @Test
    void whatIsProposedWaitsAmongTheApprovals() {
        Story story = over();
        String link = page(story) + "?from=approvals";
        html(browser.opens(person("director"), APPROVALS)).doesNotContain(link);
        proposes("supervisor", story, "erase", "", "保存の必要がない");
        html(browser.opens(person("director"), APPROVALS)).contains("保存期間を過ぎた記録", link);
        html(browser.opens(person("supervisor"), APPROVALS))
                .doesNotContain(story.number().value());
        html(browser.opens(person("director"), link)).contains("name=\"_from\" value=\"approvals\"");
        html(browser.sends(
                        person("director"),
                        page(story) + "/refusal",
                        "proposal",
                        proposal(story),
                        "_from",
                        "approvals"))
                .contains("why-problem", "name=\"_from\" value=\"approvals\"");
        assertThat(browser.sends(
                        person("director"),
                        page(story) + "/approval",
                        "proposal",
                        proposal(story),
                        "_from",
                        "approvals"))
                .hasRedirectedUrl(APPROVALS);
        html(browser.opens(person("director"), APPROVALS))
                .doesNotContain(story.number().value());
    }

    @Test
    void amongTheApprovalsOnesOwnProposalIsNotOnesOwnToDecide() {
        Story story = over();
        proposes("director", story, "erase", "", "保存の必要がない");
        html(browser.opens(person("director"), APPROVALS))
                .contains(story.number().value(), "提案した本人は承認できません")
                .doesNotContain(page(story) + "?from");
        html(browser.opens(deputy(), APPROVALS)).contains(page(story) + "?from=approvals");
    }

    @Test
    void whatIsKeptLongerComesBackWhenThatIsOver() {
        Story story = over();
        String until = LocalDate.now(stories.clock()).plusYears(3).toString();
        proposes("supervisor", story, "keep", until, "訴訟が続いている");
        answers("director", story, "approval");
        html(browser.opens(person("director"), "/retention"))
                .doesNotContain(story.number().value());
        html(browser.opens(person("director"), page(story))).contains("保存期間中", "訴訟が続いている");
        html(erases("director", story, story.number().value())).contains("2人の判断がそろっていない");
        database.asSuperuser()
                .sql("update retention_proposal set keep_until = '2020-03-31' where case_number = ?")
                .param(story.number().value())
                .update();
        html(browser.opens(person("director"), "/retention"))
                .contains(story.number().value());
        html(browser.opens(person("director"), page(story))).contains("/proposal");
    }

    @Test
    void aProposalThatIsSentBackSaysWhyAndCanBeMadeAgain() {
        Story story = over();
        proposes("supervisor", story, "erase", "", "保存の必要がない");
        html(answers("director", story, "refusal")).contains("理由");
        browser.sends(
                person("director"), page(story) + "/refusal", "proposal", proposal(story), "why", "きょうだいの事例が続いている");
        html(browser.opens(person("supervisor"), page(story))).contains("差戻し", "きょうだいの事例が続いている", "/proposal");
        assertThat(proposes("supervisor", story, "erase", "", "きょうだいの事例も終結した")).hasStatus(HttpStatus.FOUND);
        html(proposes("supervisor", story, "erase", "", "もう一度")).contains("すでに提案されているか");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 理由, 消去するか",
        "erase, '', ' ', 理由",
        "keep, '', 理由, 延長する期限",
        "keep, 2020-01-01, 理由, 延長する期限",
        "keep, 9999-01-01, 理由, 延長する期限",
        "keep, nonsense, 理由, 延長する期限"
    })
    void whatCannotStandIsSaidAndWhatWasTypedStays(String choice, String until, String reason, String said) {
        Story story = over();
        MvcTestResult refused = proposes("supervisor", story, choice, until, reason);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        html(refused).contains(said, until);
        assertThat(acts(story)).doesNotContain("retention-proposed");
    }

    /** The child was born on this day, and the case ended on that one. */
    @ParameterizedTest
    @CsvSource({
        "2001-04-01, 2016-05-01, child-record, 2026-03-31", // 25 on 31 March 2026, by law
        "2001-04-02, 2016-05-01, child-record, 2027-03-31",
        "2001-03-31, 2016-05-01, child-record, 2026-03-31",
        "2000-02-29, 2010-05-01, child-record, 2025-03-31",
        "1930-01-01, 2024-05-01, child-record, 2030-03-31", // a wrong birth date, or a pregnant woman's: five years at
        // least
        ", 2001-03-31, birth-date-unknown, 2026-03-31",
        ", 2001-04-01, birth-date-unknown, 2027-03-31"
    })
    void howLongRecordsAreKept(LocalDate born, LocalDate ended, String rule, LocalDate until) {
        Story story = ended();
        set(story, born, ended);
        Kept kept = acting.as(
                StoryOffice.SYSTEM,
                () -> transaction.execute(
                        status -> retention.kept(story.number()).orElseThrow()));
        assertThat(kept).isEqualTo(new Kept(rule, LocalDate.of(2020, 4, 1), until));
    }

    @Test
    void onlySupervisorsAndTheDirectorSeeTheList() {
        for (String other : List.of("officer", "reception", "psychologist", "agency:story-police")) {
            assertThat(browser.opens(person(other), "/retention")).as(other).hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void aLongListHasPages() {
        database.asSuperuser()
                .sql(
                        """
                        insert into case_file (number, center, status, opened_at, closed_at)
                        select 'ST-1989-' || lpad(i::text, 5, '0'), 'story', 'closed', '1989-05-01', '1990-05-01'
                        from generate_series(1, 120) i
                        """)
                .update();
        String path = "/retention";
        List<Integer> rows = new ArrayList<>();
        Pattern more = Pattern.compile("class=\"button\" href=\"(/retention[^\"]+)\"");
        while (!path.isEmpty() && rows.size() < 5) {
            String html = bodyOf(path);
            rows.add(html.split(">ST-1989-", -1).length - 1);
            Matcher next = more.matcher(html);
            path = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(rows).hasSize(3);
        assertThat(rows.stream().mapToInt(Integer::intValue).sum()).isEqualTo(120);
        database.asSuperuser()
                .sql("delete from case_file where number like 'ST-1989-%'")
                .update();
    }

    private String bodyOf(String path) {
        try {
            return browser.opens(person("director"), path).getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A case that was closed long ago, of a child who is long grown up. */
    private Story over() {
        return over("別の 子", "べつの こ", "-", "-");
    }

    private Story over(String name, String kana, String words, String address) {
        Story story = ended(name, kana, words);
        database.asSuperuser()
                .sql("update child set address = ? where case_number = ?")
                .params(address, story.number().value())
                .update();
        set(story, LocalDate.of(1985, 5, 5), LocalDate.of(2001, 5, 5));
        return story;
    }

    private Story ended() {
        return ended("別の 子", "べつの こ", "-");
    }

    private Story ended(String name, String kana, String words) {
        Story story = stories.begin()
                .at("reception")
                .answers("childName", name, "childKana", kana, "story", words)
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "advice");
        story.at("advice").answers().ended("adviceOnly");
        return story;
    }

    private void set(Story story, LocalDate born, LocalDate ended) {
        database.asSuperuser()
                .sql("update child set birth_date = :born where case_number = :case")
                .param("born", born)
                .param("case", story.number().value())
                .update();
        database.asSuperuser()
                .sql("update case_file set closed_at = (:ended || ' 10:00+09')::timestamptz where number = :case")
                .param("ended", ended.toString())
                .param("case", story.number().value())
                .update();
    }

    private Actor deputy() {
        String account = "story-deputy";
        boolean there = database.asSuperuser()
                .sql("select exists (select from account where id = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
        if (!there) {
            transaction.executeWithoutResult(status -> accounts.add(new Accounts.NewAccount(
                    account, new Text(account, account), "-", Set.of(Role.DIRECTOR), StoryOffice.CENTER, null)));
        }
        return Actor.person(account, Set.of(Role.DIRECTOR), StoryOffice.CENTER, null);
    }

    private long inTheEngine(Story story) {
        return IntStream.range(0, 3)
                .mapToLong(i -> database.asSuperuser()
                        .sql(List.of(
                                        "select count(*) from engine.act_hi_procinst where business_key_ = ?",
                                        "select count(*) from engine.act_hi_varinst where text_ = ?",
                                        "select count(*) from engine.act_hi_actinst a where not exists (select from engine.act_hi_procinst p where p.id_ = a.proc_inst_id_) and '' <> ?")
                                .get(i))
                        .param(story.number().value())
                        .query(Long.class)
                        .single())
                .sum();
    }

    private MvcTestResult proposes(String desk, Story story, String choice, String until, String reason) {
        return browser.sends(
                person(desk), page(story) + "/proposal", "choice", choice, "until", until, "reason", reason);
    }

    private MvcTestResult answers(String desk, Story story, String answer) {
        return browser.sends(person(desk), page(story) + "/" + answer, "proposal", proposal(story));
    }

    private MvcTestResult erases(String desk, Story story, String sure) {
        return browser.sends(person(desk), page(story) + "/erasure", "sure", sure);
    }

    private String proposal(Story story) {
        return database.asSuperuser()
                .sql("select max(id) from retention_proposal where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .single();
    }

    private static String page(Story story) {
        return "/retention/" + story.number();
    }

    private Actor person(String desk) {
        return office.at(desk);
    }

    private static AbstractStringAssert<?> html(MvcTestResult page) {
        return assertThat(page).bodyText();
    }

    private List<String> acts(Story story) {
        return database.asSuperuser()
                .sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }
}
