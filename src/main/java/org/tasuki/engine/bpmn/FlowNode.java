package org.tasuki.engine.bpmn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasuki.terms.Text;
import org.w3c.dom.Element;

/**
 * A task, event, gateway, call or embedded part of a process.
 *
 * @param kind BPMN's own word for it, as in {@code userTask}
 * @param scope the id of the process or embedded part that it stands in
 */
public record FlowNode(String id, String kind, String scope, Element xml) {

    private static final Set<String> ACTIVITIES =
            Set.of("userTask", "serviceTask", "receiveTask", "callActivity", "subProcess");

    private static final Pattern DUE =
            Pattern.compile("\\$\\{deadlines\\.due\\(execution, *'([a-z][a-z0-9-]{0,60})'\\)\\}");

    public boolean is(String word) {
        return kind.equals(word);
    }

    public boolean isActivity() {
        return ACTIVITIES.contains(kind);
    }

    public boolean isGateway() {
        return kind.endsWith("Gateway");
    }

    /** Whether one of several ways is chosen here, so that the ways need names and conditions. */
    public boolean isChoice() {
        return is("exclusiveGateway") || is("inclusiveGateway");
    }

    /** Whether the event is defined by this word, as in {@code timerEventDefinition}. */
    public boolean has(String definition) {
        return Xml.children(xml, definition).findAny().isPresent();
    }

    public Text name() {
        return Xml.name(xml);
    }

    public Text documentation() {
        return Xml.documentation(xml);
    }

    public String attribute(String name) {
        return xml.getAttribute(name);
    }

    public String formKey() {
        return Xml.flowable(xml, "formKey");
    }

    public List<String> roles() {
        return Arrays.stream(Xml.flowable(xml, "candidateGroups").split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    /** How long whoever completed this task may take that back; empty where it stands. */
    public String undo() {
        return Xml.tasuki(xml, "undo");
    }

    /** The earlier tasks to which this one may be sent back. */
    public List<String> sendBackTo() {
        return steps("sendBackTo");
    }

    /** The earlier tasks whose answer this one approves: nobody approves their own. */
    public List<String> notBy() {
        return steps("notBy");
    }

    private List<String> steps(String word) {
        return Arrays.stream(Xml.tasuki(xml, word).split("\\s+"))
                .filter(step -> !step.isEmpty())
                .toList();
    }

    /** Whether a boundary event ends the activity that it sits on; BPMN's default is that it does. */
    public boolean interrupts() {
        return !attribute("cancelActivity").equals("false");
    }

    /** The deadline rule of a timer, if its time is {@code ${deadlines.due(execution, 'rule')}}. */
    public Optional<String> rule() {
        return Xml.children(xml, "timerEventDefinition")
                .flatMap(timer -> Xml.children(timer, "timeDate"))
                .map(time -> DUE.matcher(Xml.ownText(time)))
                .filter(Matcher::matches)
                .map(due -> due.group(1))
                .findFirst();
    }

    /** What a call hands over or takes back: {@code flowable:in} or {@code flowable:out}. */
    public List<Element> mappings(String word) {
        return Xml.children(xml, "extensionElements")
                .flatMap(extension -> Xml.children(extension, word))
                .toList();
    }
}
