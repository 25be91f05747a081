package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.training.Route;

/** Forward follows the arrows, back the way one came; where the way parts, nobody is taken along one of them unasked. */
@StoryTest
class WalkthroughPageTests {

    private static final Actor TRAINER = Actor.person("story-officer", Set.of(Role.TRAINER), StoryOffice.CENTER, null);
    private static final String WALK = "/training/walkthrough/";

    @Autowired
    private Stories stories;

    @Autowired
    private ProcessCatalog catalog;

    @Autowired
    private WebApplicationContext house;

    @BeforeEach
    void anOffice() {
        stories.office().open();
    }

    @Test
    void forwardOfEveryStepIsTheOnlyWayOrTheChoice() throws UnsupportedEncodingException {
        for (ProcessFacts process : catalog.processes()) {
            Route route = Route.of(process);
            for (StepFacts step : route.steps()) {
                String page = page(process.key() + "/" + step.id());
                List<StepFacts> after = route.after(step);
                if (after.size() > 1) {
                    assertThat(page).contains("href=\"#ways\"").doesNotContain("rel=\"next\"");
                } else if (after.size() == 1) {
                    assertThat(page)
                            .contains("rel=\"next\"")
                            .contains(WALK + process.key() + "/" + after.get(0).id() + "?came=" + step.id());
                } else {
                    assertThat(page).doesNotContain("rel=\"next\"", "href=\"#ways\"");
                }
            }
        }
    }

    @Test
    void backIsWhereOneCameFromAndAJumpForgetsIt() throws UnsupportedEncodingException {
        assertThat(page("guidance-center/supportPolicyMeeting?came=safetyCheck,hearChild"))
                .contains(
                        "rel=\"prev\"",
                        "/guidance-center/hearChild?came=safetyCheck\"",
                        "safetyCheck=taken hearChild=taken")
                .contains("/guidance-center/safetyCheck\"");
    }

    /** An address may say anything; it leads nowhere else. */
    @Test
    void aWayThatNobodyCanHaveCome() throws UnsupportedEncodingException {
        assertThat(page("closing/closed?came=nothing,<b>,../x,no.thing")).doesNotContain("<b>", "/../x");
        assertThat(page("closing/closed?came=" + "closed,".repeat(500)).length())
                .isLessThan(200_000);
    }

    private String page(String path) throws UnsupportedEncodingException {
        String text = new Browser(house, "en")
                .opens(TRAINER, WALK + path)
                .getMvcResult()
                .getResponse()
                .getContentAsString();
        assertThat(text).contains("<h1>");
        return text.replace("&amp;", "&");
    }
}
