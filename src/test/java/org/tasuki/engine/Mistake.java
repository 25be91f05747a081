package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sound process made wrong in one place.
 *
 * @param edits what stands there, what stands there instead, and so on in pairs
 */
record Mistake(String what, String element, String message, List<String> edits) {

    private static final String ASK = "<bpmn:userTask id=\"ask\"";
    private static final String DONE = "<bpmn:endEvent id=\"done\"";
    private static final String OVER = "<bpmn:endEvent id=\"over\"";
    private static final String SEND = "<bpmn:serviceTask id=\"send\" name=\"送付\""
            + " flowable:expression=\"${handOvers.send(handOver)}\" flowable:resultVariable=\"agency\">";
    private static final String SEND_ENDS = "<bpmn:outgoing>send-to-part</bpmn:outgoing>\n    </bpmn:serviceTask>";
    private static final String TASUKI = " xmlns:tasuki=\"https://tasuki.example/bpmn\" tasuki:";
    private static final String CONDITION = "${meeting == 'emergency'}";
    private static final String ESCALATION = "<bpmn:escalationEventDefinition escalationRef=\"overdue\" />";
    private static final String PLANE_ENDS = "</bpmndi:BPMNPlane>";
    private static final String SIGNAL = "<bpmn:signal id=\"news\" name=\"news\" /><bpmn:escalation ";

    String in(String sound) {
        String wrong = sound;
        for (int pair = 0; pair < edits.size(); pair += 2) {
            String before = edits.get(pair);
            assertThat(wrong).contains(before);
            int at = wrong.indexOf(before);
            wrong = wrong.substring(0, at) + edits.get(pair + 1) + wrong.substring(at + before.length());
        }
        return wrong;
    }

    @Override
    public String toString() {
        return what;
    }

    private static Mistake mistake(String what, String element, String message, String... edits) {
        return new Mistake(what, element, message, List.of(edits));
    }

    static Stream<Mistake> all() {
        return Stream.of(refused(), wiring(), owners(), back(), expressions(), texts(), gateways(), ways(), calls())
                .flatMap(group -> group);
    }

    private static Stream<Mistake> refused() {
        return Stream.of(
                mistake(
                        "a script task",
                        "s",
                        "scriptTask is not allowed in process",
                        DONE,
                        "<bpmn:scriptTask id=\"s\" scriptFormat=\"groovy\" />" + DONE),
                mistake(
                        "a mail task",
                        "send",
                        "flowable:type",
                        "flowable:expression=",
                        "flowable:type=\"mail\" flowable:expression="),
                mistake(
                        "a Java class",
                        "send",
                        "flowable:class",
                        "flowable:resultVariable",
                        "flowable:class=\"java.lang.Runtime\" flowable:resultVariable"),
                mistake(
                        "a delegate",
                        "send",
                        "flowable:delegateExpression",
                        "flowable:resultVariable",
                        "flowable:delegateExpression=\"x\" flowable:resultVariable"),
                mistake("an asynchronous task", "ask", "flowable:async", ASK, ASK + " flowable:async=\"true\""),
                mistake(
                        "the engine's former namespace",
                        "ask",
                        "a:assignee (http://activiti.org/bpmn)",
                        ASK,
                        ASK + " xmlns:a=\"http://activiti.org/bpmn\" a:assignee=\"x\""),
                mistake(
                        "a listener",
                        "visit",
                        "flowable:executionListener is not allowed",
                        "<flowable:out source",
                        "<flowable:executionListener class=\"x\" /><flowable:out source"),
                mistake(
                        "an injected field",
                        "visit",
                        "flowable:field is not allowed",
                        "<flowable:out source",
                        "<flowable:field name=\"x\" /><flowable:out source"),
                mistake(
                        "a condition in a script language",
                        "choice-to-visit",
                        "language",
                        "<bpmn:conditionExpression ",
                        "<bpmn:conditionExpression language=\"groovy\" "),
                mistake(
                        "a stranger's element that a parser might take for BPMN",
                        "s",
                        "x:scriptTask (urn:x)",
                        DONE,
                        "<x:scriptTask xmlns:x=\"urn:x\" id=\"s\" />" + DONE),
                mistake(
                        "an end that terminates the callers too",
                        "stop",
                        "flowable:terminateAll",
                        "<bpmn:errorEventDefinition errorRef=\"release\" />",
                        "<bpmn:terminateEventDefinition flowable:terminateAll=\"true\" />"),
                mistake(
                        "an event part",
                        "part",
                        "triggeredByEvent",
                        "<bpmn:subProcess ",
                        "<bpmn:subProcess triggeredByEvent=\"true\" "),
                mistake(
                        "a mapping by expression",
                        "visit",
                        "sourceExpression",
                        "<flowable:out source=\"safety\"",
                        "<flowable:out sourceExpression=\"${x}\""));
    }

    private static Stream<Mistake> wiring() {
        return Stream.of(
                mistake(
                        "another id than the file's",
                        "loud",
                        "as its id: sound",
                        "<bpmn:process id=\"sound\"",
                        "<bpmn:process id=\"loud\""),
                mistake(
                        "a process that does not run",
                        "sound",
                        "isExecutable",
                        "isExecutable=\"true\"",
                        "isExecutable=\"false\""),
                mistake(
                        "two processes",
                        "sound",
                        "exactly one process",
                        "<bpmndi:BPMNDiagram",
                        "<bpmn:process id=\"second\" /><bpmndi:BPMNDiagram"),
                mistake("an id used twice", "done", "used twice", OVER, "<bpmn:endEvent id=\"done\" />" + OVER),
                mistake("an element without id", "sound", "no id", OVER, "<bpmn:endEvent />" + OVER),
                mistake(
                        "an arrow into nothing",
                        "begin-to-ask",
                        "both ends",
                        "sourceRef=\"begin\" targetRef=\"ask\"",
                        "sourceRef=\"begin\" targetRef=\"nobody\""),
                mistake(
                        "an arrow across the edge of a part",
                        "begin-to-ask",
                        "both ends",
                        "sourceRef=\"begin\" targetRef=\"ask\"",
                        "sourceRef=\"begin\" targetRef=\"look\""),
                mistake(
                        "a timer on a gateway",
                        "askDue",
                        "Attach the boundary event",
                        "attachedToRef=\"ask\"",
                        "attachedToRef=\"choice\""),
                mistake(
                        "a default from elsewhere",
                        "choice",
                        "does not leave this gateway",
                        "default=\"choice-to-together\"",
                        "default=\"begin-to-ask\""),
                mistake(
                        "an unknown escalation",
                        "askOverdue",
                        "escalation it refers to",
                        "escalationRef=\"overdue\"",
                        "escalationRef=\"late\""),
                mistake(
                        "an error that nobody catches",
                        "stop",
                        "No boundary event catches",
                        "attachedToRef=\"part\"",
                        "attachedToRef=\"send\""),
                mistake(
                        "an event of two kinds",
                        "askOverdue",
                        "exactly one definition",
                        ESCALATION,
                        "<bpmn:terminateEventDefinition />" + ESCALATION));
    }

    private static Stream<Mistake> back() {
        return Stream.of(
                mistake("undo for an hour", "ask", "for one minute", ASK, ASK + TASUKI + "undo=\"PT1H\""),
                mistake(
                        "undo of what is kept elsewhere",
                        "look",
                        "kept as a fact",
                        "<bpmn:userTask id=\"look\"",
                        "<bpmn:userTask id=\"look\"" + TASUKI + "undo=\"PT1M\""),
                mistake(
                        "sent back to nothing",
                        "ask",
                        "From nothing no way",
                        ASK,
                        ASK + TASUKI + "sendBackTo=\"nothing\""),
                mistake("sent back to itself", "ask", "From ask no way", ASK, ASK + TASUKI + "sendBackTo=\"ask\""),
                mistake("sent forward", "ask", "From look no way", ASK, ASK + TASUKI + "sendBackTo=\"look\""),
                mistake(
                        "approves nothing",
                        "ask",
                        "nothing is no task before",
                        ASK,
                        ASK + TASUKI + "notBy=\"nothing\""),
                mistake("approves itself", "ask", "ask is no task before", ASK, ASK + TASUKI + "notBy=\"ask\""),
                mistake(
                        "another word of ours",
                        "ask",
                        "tasuki:redo is not allowed",
                        ASK,
                        ASK + TASUKI + "redo=\"PT1M\""));
    }

    private static Stream<Mistake> owners() {
        return Stream.of(
                mistake("no role", "ask", "No role", "flowable:candidateGroups=\"officer\" ", ""),
                mistake(
                        "an unknown role",
                        "ask",
                        "Unknown role: boss",
                        "flowable:candidateGroups=\"officer\"",
                        "flowable:candidateGroups=\"officer,boss\""),
                mistake("no form", "look", "has no form", " flowable:formKey=\"protection-stay\"", ""),
                mistake(
                        "an unknown form",
                        "look",
                        "no form diary",
                        "flowable:formKey=\"protection-stay\"",
                        "flowable:formKey=\"diary\""),
                mistake("an unknown rule", "askDue", "no deadline rule some-day", "'screening')", "'some-day')"),
                mistake(
                        "no time limit",
                        "ask",
                        "exactly one boundary timer",
                        "attachedToRef=\"ask\"",
                        "attachedToRef=\"visit\""),
                mistake("a limit that passes unheard", "askDue", "Nobody hears", ESCALATION, ""));
    }

    private static Stream<Mistake> expressions() {
        return Stream.of(
                mistake(
                        "a method call",
                        "choice-to-visit",
                        "Write the condition as",
                        CONDITION,
                        "${''.getClass().forName('x') == 'y'}"),
                mistake(
                        "any bean",
                        "choice-to-visit",
                        "Write the condition as",
                        CONDITION,
                        "${runtimeService.x == 'y'}"),
                mistake(
                        "a deferred expression",
                        "choice-to-visit",
                        "Write the condition as",
                        CONDITION,
                        "#{meeting == 'emergency'}"),
                mistake(
                        "two expressions in one",
                        "choice-to-visit",
                        "Write the condition as",
                        CONDITION,
                        CONDITION + "${execution.x}"),
                mistake("an empty condition", "choice-to-visit", "Write the condition as", CONDITION, ""),
                mistake(
                        "a fixed time",
                        "askDue",
                        "Write the time limit as",
                        "${deadlines.due(execution, 'screening')}",
                        "2026-12-01T00:00:00"),
                mistake(
                        "another call",
                        "send",
                        "may only call",
                        "${handOvers.send(handOver)}",
                        "${handOvers.send(caseNumber)}"),
                mistake(
                        "a result over the case number",
                        "send",
                        "variable agency",
                        "flowable:resultVariable=\"agency\"",
                        "flowable:resultVariable=\"caseNumber\""),
                mistake(
                        "an expression in a name",
                        "ask",
                        "Expressions belong",
                        "name=\"確認\"",
                        "name=\"${execution.id}\""),
                mistake(
                        "an expression in a reason, cut by a comment",
                        "ask",
                        "Expressions belong",
                        "どちらに進むかを決めます。",
                        "$<!-- -->{x}"));
    }

    private static Stream<Mistake> texts() {
        return Stream.of(
                mistake("no English name", "ask", "English name", "target=\"@name\">Ask<", "target=\"@other\">Ask<"),
                mistake(
                        "no Japanese reason",
                        "ask",
                        "Japanese documentation",
                        "<bpmn:documentation>どちらに進むかを決めます。</bpmn:documentation>",
                        ""),
                mistake("an unnamed choice", "choice-to-visit", "Japanese name", "name=\"訪問\" sourceRef", "sourceRef"),
                mistake("a gateway without a question", "choice", "Japanese name", " name=\"進め方\"", ""),
                mistake("a process without a reason", "sound", "Japanese documentation", "誤りのない見本です。", ""));
    }

    private static Stream<Mistake> gateways() {
        String phone = "sourceRef=\"choice\" targetRef=\"together\">";
        String regular = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${meeting == 'regular'}"
                + "</bpmn:conditionExpression>";
        String begin = "sourceRef=\"begin\" targetRef=\"ask\"";
        return Stream.of(
                mistake(
                        "no default",
                        "choice",
                        "Choose a default",
                        " default=\"choice-to-together\"",
                        "",
                        phone,
                        phone + regular),
                mistake(
                        "a default with a condition",
                        "choice-to-together",
                        "default flow has no condition",
                        phone,
                        phone + regular),
                mistake(
                        "two ways without condition",
                        "choice",
                        "More than one way",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + CONDITION
                                + "</bpmn:conditionExpression>",
                        ""),
                mistake(
                        "a condition where nothing is chosen",
                        "begin-to-ask",
                        "Conditions belong",
                        begin + " />",
                        begin + ">" + regular + "</bpmn:sequenceFlow>"));
    }

    private static Stream<Mistake> ways() {
        String news = "<bpmn:outgoing>send-to-part</bpmn:outgoing><bpmn:signalEventDefinition signalRef=\"news\" />"
                + "</bpmn:intermediateCatchEvent>";
        String doneEnds = "<bpmn:incoming>stopped-to-done</bpmn:incoming>\n    </bpmn:endEvent>";
        String waits = "<bpmn:intermediateCatchEvent id=\"send\" name=\"送付\">";
        String edge = "<bpmndi:BPMNEdge id=\"again-edge\" bpmnElement=\"again\"><di:waypoint x=\"0\" y=\"0\" />"
                + "</bpmndi:BPMNEdge>" + PLANE_ENDS;
        String processEnds = "</bpmn:process>";
        return Stream.of(
                mistake(
                        "a message that may never come",
                        "send",
                        "wait for ever",
                        SEND,
                        "<bpmn:receiveTask id=\"send\" name=\"送付\">",
                        SEND_ENDS,
                        "<bpmn:outgoing>send-to-part</bpmn:outgoing></bpmn:receiveTask>"),
                mistake(
                        "an event that may never come",
                        "send",
                        "wait for ever",
                        SEND,
                        waits,
                        SEND_ENDS,
                        news,
                        "<bpmn:escalation ",
                        SIGNAL),
                mistake(
                        "events none of which may come",
                        "together",
                        "wait for ever",
                        SEND,
                        waits,
                        SEND_ENDS,
                        news,
                        "<bpmn:escalation ",
                        SIGNAL,
                        "<bpmn:exclusiveGateway id=\"together\">",
                        "<bpmn:eventBasedGateway id=\"together\">",
                        "<bpmn:outgoing>together-to-send</bpmn:outgoing>\n    </bpmn:exclusiveGateway>",
                        "<bpmn:outgoing>together-to-send</bpmn:outgoing></bpmn:eventBasedGateway>"),
                mistake(
                        "two starts",
                        "sound",
                        "exactly one start event",
                        DONE,
                        "<bpmn:startEvent id=\"done\"",
                        doneEnds,
                        "<bpmn:incoming>stopped-to-done</bpmn:incoming></bpmn:startEvent>"),
                mistake(
                        "a step that nobody reaches",
                        "done",
                        "Nothing leads here",
                        "targetRef=\"done\"",
                        "targetRef=\"over\""),
                mistake(
                        "a way that breaks off",
                        "done",
                        "breaks off here",
                        DONE,
                        "<bpmn:parallelGateway id=\"done\"",
                        doneEnds,
                        "<bpmn:incoming>stopped-to-done</bpmn:incoming></bpmn:parallelGateway>"),
                mistake(
                        "a loop that nobody leaves",
                        "stopped",
                        "No way leads from here",
                        DONE + " name=\"終了\">\n      <bpmn:extensionElements>",
                        "<bpmn:callActivity id=\"done\" name=\"終了\" calledElement=\"visit\" flowable:inheritVariables=\"true\""
                                + " flowable:inheritBusinessKey=\"true\"><bpmn:documentation>終わります。</bpmn:documentation>"
                                + "<bpmn:extensionElements><i18n:translation xml:lang=\"en\" target=\"documentation\">Ends."
                                + "</i18n:translation>",
                        doneEnds,
                        "</bpmn:callActivity>",
                        processEnds,
                        "<bpmn:sequenceFlow id=\"again\" sourceRef=\"done\" targetRef=\"done\" />" + processEnds,
                        PLANE_ENDS,
                        edge),
                mistake(
                        "a loop without a rest",
                        "together",
                        "no task and no wait",
                        processEnds,
                        "<bpmn:sequenceFlow id=\"again\" sourceRef=\"send\" targetRef=\"together\" />" + processEnds,
                        PLANE_ENDS,
                        edge),
                mistake(
                        "a step that is not drawn",
                        "done",
                        "missing from the diagram",
                        "bpmnElement=\"done\"",
                        "bpmnElement=\"over\""),
                mistake(
                        "a drawing of nothing",
                        "ghost",
                        "not in the process",
                        PLANE_ENDS,
                        edge.replace("again", "ghost")));
    }

    private static Stream<Mistake> calls() {
        return Stream.of(
                mistake(
                        "a call by description",
                        "visit",
                        "plain text",
                        "calledElement=\"visit\"",
                        "calledElement=\"Visit Them\""),
                mistake(
                        "a case left behind",
                        "visit",
                        "not handed on",
                        "flowable:inheritBusinessKey=\"true\"",
                        "flowable:inheritBusinessKey=\"false\""),
                mistake(
                        "any collection",
                        "visit",
                        "variables passed",
                        "flowable:collection=\"services\"",
                        "flowable:collection=\"everything\""),
                mistake(
                        "a value that comes back as another",
                        "visit",
                        "variables passed",
                        "target=\"safety\"",
                        "target=\"center\""),
                mistake(
                        "a choice on what nobody answered",
                        "choice-to-visit",
                        "sets weather",
                        CONDITION,
                        "${weather == 'fine'}"),
                mistake(
                        "a choice on what is answered later",
                        "choice-to-visit",
                        "sets stay",
                        CONDITION,
                        "${stay == 'end'}"));
    }
}
