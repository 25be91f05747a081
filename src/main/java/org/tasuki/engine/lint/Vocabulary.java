package org.tasuki.engine.lint;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;

/**
 * The words a process file may use, where, and with which attributes. Whatever is not listed is refused: script, shell,
 * mail, HTTP and Java tasks, listeners, fields, asynchronous marks, conditions in script languages, foreign vocabularies
 * that some parser might take for BPMN.
 */
final class Vocabulary implements LintRule {

    private static final int MOST_ELEMENTS = 10_000;

    private static final String NODES =
            "startEvent endEvent boundaryEvent intermediateCatchEvent userTask serviceTask receiveTask callActivity"
                    + " subProcess exclusiveGateway inclusiveGateway parallelGateway eventBasedGateway sequenceFlow";

    private static final String NODE = "documentation extensionElements incoming outgoing";

    /** A word : its attributes : what may stand in it. */
    private static final Map<String, Word> WORDS =
            """
            definitions : id name targetNamespace exporter exporterVersion : process escalation error message signal bpmndi:BPMNDiagram
            escalation : id name escalationCode :
            error : id name errorCode :
            message : id name :
            signal : id name :
            process : id name isExecutable : documentation extensionElements NODES
            documentation : :
            extensionElements : : i18n:translation flowable:in flowable:out
            i18n:translation : xml:lang target :
            flowable:in : source target :
            flowable:out : source target :
            incoming : :
            outgoing : :
            startEvent : id name : NODE
            endEvent : id name : NODE escalationEventDefinition errorEventDefinition terminateEventDefinition
            boundaryEvent : id name attachedToRef cancelActivity : NODE timerEventDefinition errorEventDefinition
            intermediateCatchEvent : id name : NODE timerEventDefinition messageEventDefinition signalEventDefinition
            timerEventDefinition : id : timeDate
            timeDate : id xsi:type :
            errorEventDefinition : id errorRef :
            escalationEventDefinition : id escalationRef :
            messageEventDefinition : id messageRef :
            signalEventDefinition : id signalRef :
            terminateEventDefinition : id :
            userTask : id name flowable:candidateGroups flowable:formKey tasuki:undo tasuki:sendBackTo tasuki:notBy : NODE
            serviceTask : id name flowable:expression flowable:resultVariable : NODE
            receiveTask : id name : NODE
            callActivity : id name calledElement flowable:inheritVariables flowable:inheritBusinessKey : NODE multiInstanceLoopCharacteristics
            multiInstanceLoopCharacteristics : id isSequential flowable:collection flowable:elementVariable :
            subProcess : id name : NODE NODES
            exclusiveGateway : id name default gatewayDirection : NODE
            inclusiveGateway : id name default gatewayDirection : NODE
            parallelGateway : id name gatewayDirection : NODE
            eventBasedGateway : id name gatewayDirection : NODE
            sequenceFlow : id name sourceRef targetRef : documentation extensionElements conditionExpression
            conditionExpression : id xsi:type :
            bpmndi:BPMNDiagram : id name : bpmndi:BPMNPlane
            bpmndi:BPMNPlane : id bpmnElement : bpmndi:BPMNShape bpmndi:BPMNEdge
            bpmndi:BPMNShape : id bpmnElement isExpanded isMarkerVisible isHorizontal : dc:Bounds bpmndi:BPMNLabel
            bpmndi:BPMNEdge : id bpmnElement : di:waypoint bpmndi:BPMNLabel
            bpmndi:BPMNLabel : id : dc:Bounds
            dc:Bounds : x y width height :
            di:waypoint : x y :
            """
                    .lines()
                    .map(Word::of)
                    .collect(toMap(Word::name, word -> word));

    private record Word(String name, Set<String> attributes, Set<String> children) {

        static Word of(String line) {
            String[] part = line.replace("NODES", NODES).replace("NODE", NODE).split(" :", -1);
            return new Word(part[0].strip(), words(part[1]), words(part[2]));
        }

        private static Set<String> words(String list) {
            return Set.copyOf(Arrays.asList(list.strip().split(" +")));
        }
    }

    @Override
    public void inspect(Inspection inspection) {
        Element top = inspection.file().definitions();
        if (!Xml.word(top).equals("definitions")) {
            inspection.find("", "BPMN 2.0 のファイルではありません。", "This is not a BPMN 2.0 file.");
        } else if (Xml.tree(top).limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS) {
            inspection.find(
                    "",
                    "要素が多すぎます。プロセスをいくつかに分けてください。",
                    "The file has too many elements. Split the process into several.");
        } else {
            inspect(inspection, top, top.getAttribute("id"));
        }
    }

    private void inspect(Inspection inspection, Element element, String nearest) {
        Word word = WORDS.get(Xml.word(element));
        if (word == null) {
            return; // refused where it stands in its parent
        }
        Xml.attributes(element)
                .filter(attribute -> !word.attributes().contains(Xml.word(attribute)))
                .map(Xml::shown)
                .forEach(attribute -> inspection.find(
                        nearest,
                        "属性 %s は使えません。削除してください。".formatted(attribute),
                        "The attribute %s is not allowed. Remove it.".formatted(attribute)));
        for (Element child : Xml.children(element)) {
            String id = child.getAttribute("id").isEmpty() ? nearest : child.getAttribute("id");
            if (!word.children().contains(Xml.word(child))) {
                inspection.find(id, Refusal.of(Xml.shown(child), word.name()));
            } else {
                inspect(inspection, child, id);
            }
        }
    }
}
