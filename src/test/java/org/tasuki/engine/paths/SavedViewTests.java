package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.SavedViews;
import org.tasuki.inbox.SavedViews.SavedView;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** What somebody narrowed their inbox to, under a name. */
@StoryTest
class SavedViewTests {

    private static final String AA = "tab=roles&urgency=AA";

    @Autowired
    private SavedViews views;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Acting acting;

    @AfterEach
    void nothingIsLeft() {
        for (String desk : List.of("officer", "lawyer")) {
            of(desk).forEach(view -> as(desk, () -> views.remove(view.id())));
        }
    }

    @Test
    void itIsTheirsAlone() {
        as("officer", () -> views.add("今週の緊急", AA, true));
        SavedView view = of("officer").get(0);
        assertThat(view)
                .extracting(SavedView::name, SavedView::query, SavedView::atStart)
                .containsExactly("今週の緊急", AA, true);

        assertThat(of("lawyer")).isEmpty();
        as("lawyer", () -> {
            assertThat(views.change(view.id(), "他人の", false)).isFalse();
            assertThat(views.remove(view.id())).isFalse();
        });
        assertThat(of("officer")).containsExactly(view);
    }

    @Test
    void oneOfThemIsOpenedFirst() {
        as("officer", () -> views.add("A", AA, true));
        as("officer", () -> views.add("B", "tab=mine", true));
        assertThat(of("officer")).extracting(SavedView::atStart).containsExactly(false, true);
        SavedView first = of("officer").get(0);
        as("officer", () -> assertThat(views.change(first.id(), "A", true)).isTrue());
        assertThat(of("officer")).extracting(SavedView::atStart).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'  '|missing", "'\u202Ename'|characters", "'a\nb'|characters", "' 緊急　'|taken"})
    void aNameThatCannotStandIsRefusedAtItsField(String name, String why) {
        as("officer", () -> views.add("緊急", AA, false));
        refused(name, "inbox.views.name." + why);
        refused("あ".repeat(SavedViews.NAME_MOST + 1), "inbox.views.name.tooLong");
        assertThat(of("officer")).hasSize(1);
    }

    @Test
    void thereIsAnEndOfThem() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            String name = "view " + i;
            as("officer", () -> views.add(name, AA, false));
        }
        refused("one more", "inbox.views.tooMany");
    }

    private void refused(String name, String key) {
        assertThatThrownBy(() -> as("officer", () -> views.add(name, AA, false)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("name");
                    assertThat(refusal.messageKey()).isEqualTo(key);
                });
    }

    private List<SavedView> of(String desk) {
        return acting.as(office.at(desk), () -> views.list());
    }

    private void as(String desk, Runnable work) {
        Actor person = office.at(desk);
        acting.as(person, work);
    }
}
