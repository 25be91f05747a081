package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Courses go from office to office as one file: shown before they are taken in, at one center alone, and gone again when it likes. */
@StoryTest
class CourseMaterialTests {

    private static final Actor TRAINER = Actor.person("story-officer", Set.of(Role.TRAINER), StoryOffice.CENTER, null);
    private static final String PATH = "/training/courses/materials";
    private static final String OWN = "/training/courses/our-school";

    @Autowired
    private Stories stories;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Courses courses;

    @Autowired
    private Acting acting;

    @Autowired
    private WebApplicationContext house;

    private long before;

    @BeforeEach
    void anOffice() {
        stories.office().open();
        before = database.asSuperuser()
                .sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void nothingIsLeft() {
        database.asSuperuser()
                .sql("delete from course_material; delete from course_upload")
                .update();
    }

    @Test
    void itIsShownFirstAndThenTakenIn() {
        String plan = brings(MaterialFile.whole().zip());
        assertThat(new Browser(house, "en").opens(TRAINER, plan))
                .hasStatusOk()
                .bodyText()
                .contains("Our own course", "a new course", "New: Whom to call", "Nothing has been taken in yet");
        assertThat(keys(TRAINER)).doesNotContain("our-school");

        assertThat(new Browser(house).sends(TRAINER, plan)).hasRedirectedUrl(PATH);
        assertThat(new Browser(house).opens(TRAINER, PATH)).bodyText().contains("本市の教職員研修", "story-officer");
        assertThat(new Browser(house).opens(TRAINER, OWN + "/whom")).bodyText().contains("<h2>連絡先</h2>", "<em>表</em>");
        assertThat(new Browser(house).opens(TRAINER, OWN + "/asked"))
                .bodyText()
                .contains("まず誰に電話しますか", "/processes/closing/diagram");
        assertThat(new Browser(house)
                        .sends(TRAINER, OWN + "/asked/answers", "q-first", "a", "q-second", "proposeClosing"))
                .bodyText()
                .contains("全2問正解です", "本市の決まりです");
        assertThat(new Browser(house).sends(TRAINER, plan)).as("once").hasStatus(404);
        assertThat(acts()).containsExactly("course-imported our-school");
    }

    @Test
    void itIsSeenAtThatCenterAndByItsAgenciesAlone() {
        takesIn(MaterialFile.whole());
        assertThat(keys(stories.office().at("officer"))).contains("our-school", "police");
        assertThat(keys(stories.office().at(agency()))).contains("our-school");
        database.asSuperuser()
                .sql("insert into center values ('far', 'FA', '遠い所', 'Far') on conflict do nothing")
                .update();
        Actor far = Actor.person("story-officer", Set.of(Role.TRAINER), "far", null);
        assertThat(keys(far)).doesNotContain("our-school").contains("police");
        assertThat(new Browser(house).opens(far, OWN)).hasStatus(404);
        assertThat(new Browser(house).sends(far, OWN + "/removal")).hasStatus(404);
        assertThat(keys(TRAINER)).contains("our-school");
    }

    private String agency() {
        return database.asSuperuser()
                .sql("select 'agency:' || min(key) from agency where center = ?")
                .param(StoryOffice.CENTER)
                .query(String.class)
                .single();
    }

    @Test
    void theSameKeyReplacesAfterItIsSaidWhatChanges() {
        takesIn(MaterialFile.whole());
        String plan = brings(MaterialFile.whole()
                .change("courses/texts/whom.ja.md", "内線", "電話番号")
                .change("courses/our-school.yaml", "key: practise", "key: practise-again")
                .zip());
        assertThat(new Browser(house).opens(TRAINER, plan))
                .bodyText()
                .contains("この事務所の同じコースを置き換えます", "変更：連絡先", "追加：演習", "なくなる：演習")
                .doesNotContain("変更：たどる", "変更：確かめる");
        assertThat(new Browser(house).sends(TRAINER, plan + "/rejection")).hasRedirectedUrl(PATH);
        assertThat(new Browser(house).opens(TRAINER, plan)).as("left").hasStatus(404);
        assertThat(new Browser(house).opens(TRAINER, OWN + "/whom")).bodyText().contains("内線");

        takesIn(MaterialFile.whole().change("courses/texts/whom.ja.md", "内線", "電話番号"));
        assertThat(new Browser(house).opens(TRAINER, OWN + "/whom")).bodyText().contains("電話番号");

        assertThat(new Browser(house).sends(TRAINER, OWN + "/removal")).hasRedirectedUrl(PATH);
        assertThat(new Browser(house).opens(TRAINER, OWN)).hasStatus(404);
        assertThat(acts())
                .containsExactly(
                        "course-imported our-school", "course-imported our-school", "course-removed our-school");
    }

    @Test
    void whatGoesOutComesInAgain() {
        takesIn(MaterialFile.whole());
        byte[] all = body(new Browser(house).opens(TRAINER, "/training/courses/materials.zip"));
        Map<String, String> files = MaterialFile.unzip(all);
        assertThat(files)
                .containsKeys(
                        "courses/police.yaml", "courses/texts/whom.en.md", "courses/questions/our-questions.yaml");
        assertThat(Objects.requireNonNull(files.get("tasuki-courses.yaml"))).startsWith("format: 1\n");
        assertThat(new Browser(house).opens(TRAINER, brings(all)))
                .bodyText()
                .contains("今の内容と同じです", "標準のコースの代わりに表示されます")
                .doesNotContain("変更：", "追加：", "名前・説明・対象が変わります");
        assertThat(acts()).containsExactly("course-imported our-school", "course-exported 6");
    }

    @Test
    void anOfficesOwnWordsTakeTheHousesPlaceUntilTheyAreRemoved() {
        Map<String, String> files =
                MaterialFile.unzip(body(new Browser(house).opens(TRAINER, "/training/courses/school/material.zip")));
        files.computeIfPresent("courses/school.yaml", (name, yaml) -> yaml.replace("通告と見守り", "通告と連絡"));
        String plan = brings(MaterialFile.zip(files));
        assertThat(new Browser(house).opens(TRAINER, plan)).bodyText().contains("名前・説明・対象が変わります");
        new Browser(house).sends(TRAINER, plan);
        assertThat(new Browser(house).opens(TRAINER, "/training/courses/school"))
                .bodyText()
                .contains("通告と連絡");
        assertThat(new Browser(house).opens(TRAINER, PATH)).bodyText().contains("標準のコースの代わり");
        new Browser(house).sends(TRAINER, "/training/courses/school/removal");
        assertThat(new Browser(house).opens(TRAINER, "/training/courses/school"))
                .bodyText()
                .contains("通告と見守り");
    }

    @Test
    void onlyATrainerBringsAnythingIn() {
        Actor officer = stories.office().at("officer");
        assertThat(new Browser(house).opens(officer, PATH)).hasStatus(403);
        assertThat(new Browser(house).opens(officer, "/training/courses/materials.zip"))
                .hasStatus(403);
        assertThat(new Browser(house).opens(officer, "/training/courses"))
                .bodyText()
                .doesNotContain(PATH);
    }

    private void takesIn(MaterialFile file) {
        assertThat(new Browser(house).sends(TRAINER, brings(file.zip()))).hasRedirectedUrl(PATH);
    }

    /** Answers where it is shown. */
    private String brings(byte[] zip) {
        MvcTestResult answer = new Browser(house)
                .uploads(TRAINER, PATH, new MockMultipartFile("file", "a.zip", "application/zip", zip));
        assertThat(answer).hasStatus(302);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private List<String> keys(Actor reader) {
        return acting.as(reader, () -> courses.all().stream().map(Course::key).toList());
    }

    private List<String> acts() {
        return database.asSuperuser()
                .sql(
                        """
                        select act || ' ' || coalesce(detail ->> 'course', detail ->> 'courses') from audit_entry
                        where act like 'course-%' and center = ? and id > ? order by id
                        """)
                .params(StoryOffice.CENTER, before)
                .query(String.class)
                .list();
    }

    private static byte[] body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
