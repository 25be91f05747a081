package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tasuki.engine.Difference.Detail;
import org.tasuki.engine.Difference.Kind;
import org.tasuki.engine.Difference.Of;
import org.tasuki.engine.Difference.What;
import org.tasuki.terms.Text;

/** Whatever is written otherwise is told, and of what it is an element; blanks, comments and the order of attributes are not. */
class VersionDiffTests {

    private static final String SHIPPED = ShippedProcesses.all().stream()
            .filter(file -> file.name().equals("guidance-center.bpmn"))
            .map(file -> new String(file.xml(), StandardCharsets.UTF_8))
            .findFirst()
            .orElseThrow();

    @Test
    void theProcessItself() {
        changed("name=\"調査・援助\"", "name=\"調査と援助\"", "guidance-center", Of.PROCESS, What.NAME);
        changed(">Investigation and support<", ">Investigation<", "guidance-center", Of.PROCESS, What.NAME);
        changed(">受理したケースについて、", ">受理した件について、", "guidance-center", Of.PROCESS, What.DOCUMENTATION);
        changed("escalationCode=\"overdue\"", "escalationCode=\"late\"", "guidance-center", Of.PROCESS, What.OTHER);
    }

    @Test
    void aStepUnderAnotherName() {
        Difference found = changed("name=\"判定会議\"", "name=\"総合判定会議\"", "judgementMeeting", Of.STEP, What.NAME);
        assertThat(found.name().ja()).isEqualTo("総合判定会議");
        assertThat(found.details())
                .containsExactly(new Detail(
                        What.NAME, new Text("判定会議", "Judgement meeting"), new Text("総合判定会議", "Judgement meeting")));
    }

    @Test
    void whoDoesAStepByWhatFormAndWhatItIsFor() {
        changed(
                "\"officer\" flowable:formKey=\"safety-check\"",
                "\"supervisor\" flowable:formKey=\"safety-check\"",
                "safetyCheck",
                Of.STEP,
                What.ROLES);
        changed("formKey=\"safety-check\"", "formKey=\"follow-up\"", "safetyCheck", Of.STEP, What.FORM);
        changed(">受理から48時間以内に、", ">受理の後48時間以内に、", "safetyCheck", Of.STEP, What.DOCUMENTATION);
        changed(
                "formKey=\"social-diagnosis\" tasuki:undo=\"PT1M\"",
                "formKey=\"social-diagnosis\"",
                "socialDiagnosis",
                Of.STEP,
                What.UNDO);
        changed("tasuki:sendBackTo=\"hearChild\"", "", "judgementMeeting", Of.STEP, What.SENT_BACK);
    }

    @Test
    void aLimitIsToldWithItsStep() {
        Difference found = changed("'safety-confirmation'", "'measure'", "safetyCheckDue", Of.STEP, What.LIMIT);
        assertThat(found.name()).isEqualTo(new Text("安全確認：48時間", "Safety check: 48 h"));
        changed(
                "id=\"safetyCheckDue\" name=\"48時間\" cancelActivity=\"false\"",
                "id=\"safetyCheckDue\" name=\"48時間\"",
                "safetyCheckDue",
                Of.STEP,
                What.ENDS);
    }

    @Test
    void whereACallAndAChoiceLead() {
        changed(
                "id=\"policeReferral\" name=\"警察への 援助要請・送致\" calledElement=\"police-referral\"",
                "id=\"policeReferral\" name=\"警察への 援助要請・送致\" calledElement=\"matter\"",
                "policeReferral",
                Of.STEP,
                What.CALLED);
        changed(
                "default=\"isReturned-to-safetyCheck\"",
                "default=\"isReturned-to-supportPolicyMeeting\"",
                "isReturned",
                Of.STEP,
                What.CONDITION);
        String condition = "(<bpmn:sequenceFlow id=\"isReturned-to-supportPolicyMeeting\".*?)\\$\\{[^}]*\\}";
        List<Difference> found = between(SHIPPED.replaceFirst("(?s)" + condition, "$1\\${measure == 'none'}"));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.of()).isEqualTo(Of.ARROW);
            assertThat(one.details()).extracting(Detail::what).containsExactly(What.CONDITION);
        });
    }

    @Test
    void anArrowThatLeadsElsewhereIsMovedAndSaysFromWhereToWhere() {
        List<Difference> found = between(SHIPPED.replace(
                "sourceRef=\"hearChild\" targetRef=\"judgementMeeting\"",
                "sourceRef=\"hearChild\" targetRef=\"supportPolicyMeeting\""));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.MOVED);
            assertThat(one.details())
                    .containsExactly(new Detail(
                            What.PLACE,
                            new Text("意見聴取等措置 → 判定会議", "Hear the child → Judgement meeting"),
                            new Text("意見聴取等措置 → 援助方針会議", "Hear the child → Support-policy meeting")));
        });
    }

    @Test
    void whatSaysNothingIsNoDifference() {
        String spaced = SHIPPED.replace("<bpmn:userTask ", "<!-- x -->\n<bpmn:userTask   ")
                .replace(
                        "flowable:candidateGroups=\"officer\" flowable:formKey=\"safety-check\"",
                        "flowable:formKey=\"safety-check\" flowable:candidateGroups=\"officer\"");
        assertThat(between(spaced)).isEmpty();
        assertThat(VersionDiff.same(bytes(SHIPPED), bytes(spaced))).isTrue();
        String redrawn = SHIPPED.replaceFirst("<di:waypoint x=\"", "$01");
        assertThat(between(redrawn)).as("a line is drawn otherwise").isEmpty();
        assertThat(VersionDiff.same(bytes(SHIPPED), bytes(redrawn))).isFalse();
    }

    private static Difference changed(String before, String after, String id, Of of, What what) {
        assertThat(SHIPPED).contains(before);
        List<Difference> found = between(SHIPPED.replace(before, after));
        assertThat(found).as(before).hasSize(1);
        Difference one = found.get(0);
        assertThat(one.kind()).isEqualTo(Kind.CHANGED);
        assertThat(one.id()).isEqualTo(id);
        assertThat(one.of()).isEqualTo(of);
        assertThat(one.details()).extracting(Detail::what).containsExactly(what);
        return one;
    }

    private static List<Difference> between(String after) {
        return VersionDiff.between(bytes(SHIPPED), bytes(after));
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
