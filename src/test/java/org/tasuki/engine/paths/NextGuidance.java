package org.tasuki.engine.paths;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.ShippedProcesses;

/**
 * The shipped guidance process as an office might change it: a step more, a step less, a step renamed, timers added, moved and kept
 * under another name.
 */
public final class NextGuidance {

    static final String PROCESS = "guidance-center";

    /** What is to be said of the steps that are no longer there. */
    static final Map<String, String> RENAMED =
            Map.of("judgementMeeting", "supportPolicyMeeting", "followUp", "followUpVisit");

    private NextGuidance() {}

    public static String shipped() {
        return ShippedProcesses.all().stream()
                .filter(file -> file.name().equals(PROCESS + ".bpmn"))
                .map(file -> new String(file.xml(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    static ProcessSource file() {
        return file(changed());
    }

    static ProcessSource file(String xml) {
        return new ProcessSource(PROCESS + ".bpmn", xml.getBytes(StandardCharsets.UTF_8));
    }

    public static String changed() {
        String xml = shipped();
        xml = withoutJudgementMeeting(xml);
        xml = withSecondLook(xml);
        xml = xml.replaceAll("\\bfollowUp\\b", "followUpVisit");
        // Another limit under another name; another limit under the same name; the same limit under another name.
        xml = xml.replaceAll("\\burgencySheetDue\\b", "urgencySheetLimit");
        xml = xml.replace("(execution, 'urgency-sheet')", "(execution, 'measure')");
        xml = xml.replace("(execution, 'compulsory-access')", "(execution, 'measure')");
        return xml.replaceAll("\\bhearChildDue\\b", "hearChildLimit");
    }

    private static String withoutJudgementMeeting(String xml) {
        String less = xml.replaceAll("hearChild-to-judgementMeeting", "hearChild-to-supportPolicyMeeting")
                .replace(
                        "sourceRef=\"hearChild\" targetRef=\"judgementMeeting\"",
                        "sourceRef=\"hearChild\" targetRef=\"supportPolicyMeeting\"")
                .replace("sendBackTo=\"judgementMeeting\"", "sendBackTo=\"hearChild\"");
        for (String id : new String[] {
            "judgementMeeting",
            "judgementMeetingDue",
            "judgementMeetingOverdue",
            "judgementMeetingDue-to-judgementMeetingOverdue",
            "judgementMeeting-to-supportPolicyMeeting"
        }) {
            less = without(less, id);
        }
        return less.replaceFirst(
                "<bpmn:incoming>isReturned-to-supportPolicyMeeting</bpmn:incoming>",
                "$0<bpmn:incoming>hearChild-to-supportPolicyMeeting</bpmn:incoming>");
    }

    /** Neither the element, nor what is drawn of it, nor what leads to it. */
    private static String without(String xml, String id) {
        return xml.replaceAll("(?s)<bpmn:(\\w+) id=\"" + id + "\"[^>]*[^/]>.*?</bpmn:\\1>", "")
                .replaceAll("<bpmn:\\w+ id=\"" + id + "\"[^>]*/>", "")
                .replaceAll("(?s)<bpmndi:(BPMN\\w+) id=\"[^\"]*\" bpmnElement=\"" + id + "\".*?</bpmndi:\\1>", "")
                .replaceAll("<bpmn:(incoming|outgoing)>" + id + "</bpmn:\\1>", "");
    }

    /** A step before the follow-up, drawn where that is drawn. */
    private static String withSecondLook(String xml) {
        String more = xml;
        for (String id :
                new String[] {"followUp", "followUpDue", "followUpOverdue", "followUpDue-to-followUpOverdue"}) {
            more = again(more, "(?s)<bpmn:(\\w+) id=\"" + id + "\"[^>]*[^/]>.*?</bpmn:\\1>");
            more = again(more, "<bpmn:\\w+ id=\"" + id + "\"[^>]*/>");
            more = again(more, "(?s)<bpmndi:(BPMN\\w+) id=\"[^\"]*\" bpmnElement=\"" + id + "\".*?</bpmndi:\\1>");
        }
        more = more.replace(
                "id=\"supportGiven-to-followUp\" sourceRef=\"supportGiven\" targetRef=\"followUp\"",
                "id=\"supportGiven-to-secondLook\" sourceRef=\"supportGiven\" targetRef=\"secondLook\" />"
                        + "<bpmn:sequenceFlow id=\"secondLook-to-followUp\" sourceRef=\"secondLook\" targetRef=\"followUp\"");
        more = again(
                        more,
                        "(?s)<bpmndi:BPMNEdge id=\"[^\"]*\" bpmnElement=\"supportGiven-to-followUp\".*?</bpmndi:BPMNEdge>")
                .replaceFirst("bpmnElement=\"supportGiven-to-followUp\"", "bpmnElement=\"secondLook-to-followUp\"")
                .replaceFirst("id=\"supportGiven-to-followUp-edge\"", "id=\"secondLook-to-followUp-edge\"")
                .replace("supportGiven-to-secondLook-edge", "supportGiven-to-secondLook-edge");
        return more.replace("<bpmn:outgoing>supportGiven-to-followUp</", "<bpmn:outgoing>supportGiven-to-secondLook</")
                .replace("<bpmn:incoming>supportGiven-to-followUp</", "<bpmn:incoming>secondLook-to-followUp</");
    }

    /** Writes the copy of an element before it, as the second look's. */
    private static String again(String xml, String element) {
        Matcher found = Pattern.compile(element).matcher(xml);
        if (!found.find()) {
            return xml;
        }
        String copy = found.group()
                .replaceAll("<bpmn:incoming>(whatNext|supportGiven)-to-followUp</bpmn:incoming>", "")
                .replaceAll("followUp-to-whatNext", "secondLook-to-followUp")
                .replaceAll("supportGiven-to-followUp", "supportGiven-to-secondLook")
                .replaceAll("followUp(?=Due|Overdue|\"|-shape)", "secondLook")
                .replaceFirst("(<bpmn:documentation>)", "$1")
                .replace("secondLook-to-secondLook", "secondLook-to-followUp");
        if (copy.startsWith("<bpmn:userTask")) {
            copy = copy.replace(
                    "<bpmn:outgoing>", "<bpmn:incoming>supportGiven-to-secondLook</bpmn:incoming><bpmn:outgoing>");
        }
        return xml.substring(0, found.start()) + copy + xml.substring(found.start());
    }
}
