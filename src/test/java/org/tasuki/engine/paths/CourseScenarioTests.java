package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** A course brings named ways of its own, held against the processes at work as the house's are; and what goes out comes in again. */
@StoryTest
class CourseScenarioTests {

    private static final Actor TRAINER = Actor.person("story-officer", Set.of(Role.TRAINER), StoryOffice.CENTER, null);
    private static final String PATH = "/training/courses/materials";
    private static final String OWN = "/training/courses/our-school";
    private static final String WAY = "courses/scenarios/our-night.yaml";

    private static final String NIGHT =
            """
            name: { ja: 本市の夜の電話, en: A call at night here }
            about: { ja: 本市の当番の動きです。, en: How our town is on call. }
            way:
              - step: consultation/reception
                happens: { ja: 当番が受けます。, en: Whoever is on call takes it. }
              - step: consultation/screening
                after: PT1H
                answers: { meeting: regular }
                happens: { ja: 翌朝に諮ると決めます。, en: It waits for the morning. }
            """;

    @Autowired
    private Stories stories;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    @BeforeEach
    void anOffice() {
        stories.office().open();
    }

    @AfterEach
    void nothingIsLeft() {
        database.asSuperuser()
                .sql("delete from course_material; delete from course_upload")
                .update();
    }

    @Test
    void itsUnitsLeadAlongItsOwnWay() {
        takesIn(withWay(NIGHT).zip());
        String way = "/training/ways/our-school/our-night";
        assertThat(new Browser(house).opens(TRAINER, OWN + "/practise"))
                .bodyText()
                .contains("本市の夜の電話", "本市の当番の動きです。", "href=\"" + way + "\"");
        assertThat(new Browser(house).opens(TRAINER, OWN + "/walk"))
                .bodyText()
                .contains("本市の夜の電話", "href=\"" + way + "\"");
        assertThat(new Browser(house, "en").opens(TRAINER, way))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "A call at night here",
                        "It waits for the morning.",
                        "/training/walkthrough/consultation/screening");
        database.asSuperuser()
                .sql("insert into center values ('far', 'FA', '遠い所', 'Far') on conflict do nothing")
                .update();
        Actor far = Actor.person("story-officer", Set.of(Role.TRAINER), "far", null);
        assertThat(new Browser(house).opens(far, way)).as("another center's").hasStatus(404);
        assertThat(new Browser(house).opens(TRAINER, "/training/ways/our-school/nothing"))
                .hasStatus(404);
        assertThat(new Browser(house).opens(TRAINER, "/training/ways/our-night"))
                .as("no way of the house")
                .hasStatus(404);
    }

    @Test
    void itGoesOutWithTheCourseAndItsChangeIsTold() {
        takesIn(withWay(NIGHT).zip());
        Map<String, String> files = MaterialFile.unzip(exported("/training/courses/our-school/material.zip"));
        assertThat(files).containsEntry(WAY, NIGHT);
        files.put(WAY, NIGHT.replace("翌朝に諮る", "すぐに集まる"));
        assertThat(new Browser(house).opens(TRAINER, brings(MaterialFile.zip(files))))
                .bodyText()
                .contains("変更：演習", "変更：たどる")
                .doesNotContain("変更：連絡先");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meeting: regular | meeting: weekly | way の 2番目（consultation/screening）: | meeting has no option weekly",
                "consultation/screening | consultation/advice | この段階 | do not lead to this step",
                "consultation/screening | consultation/nowhere | プロセスにありません | has no such step",
                "consultation/screening | ../../etc | は「プロセス/段階」と書きます | is written process/step",
                "after: PT1H | after: P99999D | after は P3650D までです | after is up to P3650D",
                "ja: 当番が受けます。 | ja: \"\\u202E当番\" | 使えない文字が含まれています | cannot be used",
                "happens: { ja: 当番 | Happens: { ja: 当番 | 「Happens」という項目はありません | nobody knows the word Happens",
                "name: { ja: 本市の夜の電話 | name: { ja: !!java.io.File [x] | 読み取れません | not readable",
                "way: | begins: nothing\\nway: | nothing | There is no process nothing",
            })
    void whatDoesNotFitTheProcessesAtWorkIsRefusedWithItsPlace(String text, String other, String ja, String en) {
        assertThat(NIGHT).contains(text);
        byte[] zip = withWay(NIGHT.replace(text, other.replace("\\n", "\n"))).zip();
        refused("ja", zip, "courses/scenarios/our-night.yaml", ja);
        refused("en", zip, "courses/scenarios/our-night.yaml", en);
    }

    @Test
    @Timeout(60)
    void aWayThatGrowsOrLeadsAnywhereIsRefused() {
        StringBuilder way = new StringBuilder(NIGHT);
        IntStream.range(0, 2_000)
                .forEach(i -> way.append(
                        "  - { step: consultation/reception, beside: true, happens: { ja: 電話, en: A call } }\n"));
        refused("en", withWay(way.toString()).zip(), "way has up to 100 steps");
        refused("en", withWay("way: " + "[".repeat(20_000)).zip(), "not readable");
        refused("en", withWay("name: " + "x".repeat(300 << 10)).zip(), "Unpacked it is too large");
        refused("en", withWay(NIGHT).with("courses/scenarios/../x.yaml", NIGHT).zip(), "belongs into course material");
        refused(
                "ja",
                withWay(NIGHT).with("courses/scenarios/unused.yaml", NIGHT).zip(),
                "courses/scenarios/unused.yaml: どのコースからも使われていません");
        refused(
                "en",
                MaterialFile.whole()
                        .change("courses/our-school.yaml", "practice: school-neglect", "practice: our-night")
                        .zip(),
                "there is no scenario our-night");
    }

    @Test
    void moreThanOneFileCanHoldIsGivenOutCourseByCourse() {
        takesIn(many(0, 46).zip());
        takesIn(many(46, 48).zip());
        MvcTestResult all = new Browser(house).opens(TRAINER, "/training/courses/materials.zip");
        assertThat(all).hasRedirectedUrl(PATH);
        assertThat(Objects.requireNonNull(all.getMvcResult().getFlashMap().get("notice"))
                        .toString())
                .contains("courses.materials.tooMuch", "1個から50個まで");
        byte[] one = exported("/training/courses/our-17/material.zip");
        assertThat(new Browser(house).opens(TRAINER, brings(one))).bodyText().contains("今の内容と同じです");
    }

    private static MaterialFile many(int from, int until) {
        MaterialFile whole = MaterialFile.whole();
        Map<String, String> parts = MaterialFile.unzip(whole.zip());
        String course = Objects.requireNonNull(parts.get("courses/our-school.yaml"));
        MaterialFile file = whole.without("courses/our-school.yaml")
                .with(
                        "tasuki-courses.yaml",
                        "format: 1\ncourses: ["
                                + String.join(
                                        ", ",
                                        IntStream.range(from, until)
                                                .mapToObj(i -> "our-" + i)
                                                .toList())
                                + "]\n");
        IntStream.range(from, until).forEach(i -> file.with("courses/our-" + i + ".yaml", course));
        return file;
    }

    private static MaterialFile withWay(String way) {
        return MaterialFile.whole()
                .change("courses/our-school.yaml", "practice: school-neglect", "practice: our-night")
                .change("courses/our-school.yaml", "walkthrough: closing", "walkthrough: our-night")
                .with(WAY, way);
    }

    private void takesIn(byte[] zip) {
        assertThat(new Browser(house).sends(TRAINER, brings(zip))).hasRedirectedUrl(PATH);
    }

    private String brings(byte[] zip) {
        MvcTestResult answer = uploads("ja", zip);
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private void refused(String language, byte[] zip, String... told) {
        assertThat(uploads(language, zip)).hasStatus(422).bodyText().contains(told);
    }

    private MvcTestResult uploads(String language, byte[] zip) {
        return new Browser(house, language)
                .uploads(TRAINER, PATH, new MockMultipartFile("file", "a.zip", "application/zip", zip));
    }

    private byte[] exported(String path) {
        MvcTestResult answer = new Browser(house).opens(TRAINER, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
