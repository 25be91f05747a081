package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasuki.secrecy.TwoCenters.ADMIN;
import static org.tasuki.secrecy.TwoCenters.ANALYST;
import static org.tasuki.secrecy.TwoCenters.AUDITOR;
import static org.tasuki.secrecy.TwoCenters.OFFICER_A;
import static org.tasuki.secrecy.TwoCenters.OFFICER_B;
import static org.tasuki.secrecy.TwoCenters.POLICE;
import static org.tasuki.secrecy.TwoCenters.SHELTER;
import static org.tasuki.secrecy.TwoCenters.SYSTEM_A;
import static org.tasuki.secrecy.TwoCenters.TRAINER;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tasuki.people.Actor;

/** Into whose trail somebody can write with raw SQL: in their own name, and where they belong. */
@SecrecyTest
class WhoseTrailTests {

    @Autowired
    private AsActor as;

    static Stream<Actor> ofTheFirstCenter() {
        return Stream.of(OFFICER_A, ADMIN, AUDITOR, TRAINER, ANALYST, POLICE, SHELTER, SYSTEM_A);
    }

    @ParameterizedTest
    @MethodSource("ofTheFirstCenter")
    void theOwnCentersAndNoOthers(Actor actor) {
        assertThat(write(actor, actor.account(), "aa", null)).isOne();
        assertThat(write(actor, actor.account(), null, null)).isOne();
        refused(actor, actor.account(), "bb", null);
        refused(actor, actor.account(), "bb", TwoCenters.OF_B);
        refused(actor, "officer.b", "aa", null);
    }

    @Test
    void whoeverHasNotSignedInWritesIntoNoCenters() {
        assertThat(write(Actor.NOBODY, "nobody", null, null)).isOne();
        refused(Actor.NOBODY, "nobody", "aa", null);
        refused(Actor.NOBODY, "nobody", "aa", TwoCenters.HANDED_OVER);
    }

    @Test
    void whoActsForAnotherCenterLeavesTheirTrailThere() {
        assertThat(write(POLICE.at("bb"), "police.a", "bb", null)).isOne();
        refused(OFFICER_B, "officer.b", "aa", TwoCenters.HANDED_OVER);
    }

    @Test
    void anAgencyThatWasLetInToACaseLeavesItsTrailWithTheCase() {
        for (Actor agency : List.of(POLICE, SHELTER)) {
            assertThat(write(agency, agency.account(), "aa", TwoCenters.HANDED_OVER))
                    .isOne();
        }
    }

    private int write(Actor actor, String name, @Nullable String center, @Nullable String number) {
        return as.change(
                actor,
                "insert into audit_entry (at, actor, center, case_number, act) values (now(), '%s', %s, %s, 'case-viewed')"
                        .formatted(name, quoted(center), quoted(number)));
    }

    private void refused(Actor actor, String name, @Nullable String center, @Nullable String number) {
        assertThatThrownBy(() -> write(actor, name, center, number)).isInstanceOf(DataAccessException.class);
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
