package org.tasuki.engine.lint;

import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Expressions stand in three places only and have one of the allowed shapes. The engine would evaluate names,
 * documentation, roles and form keys as well, so nothing there may look like an expression.
 */
final class Expressions implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        Xml.children(inspection.file().definitions())
                .forEach(top -> Xml.tree(top).forEach(element -> plain(inspection, element)));
        inspection.file().flows().stream()
                .filter(flow -> flow.isConditional() && !Doors.isCondition(flow.condition()))
                .forEach(flow -> inspection.find(
                        flow.id(),
                        "条件は ${変数 == '値'} の形で、&& と || でつないで書いてください。",
                        "Write the condition as ${variable == 'value'}, joined by && and ||."));
        inspection.nodes("serviceTask").forEach(task -> door(inspection, task));
        inspection.graph().nodes().stream()
                .filter(node -> node.has("timerEventDefinition") && node.rule().isEmpty())
                .forEach(node -> inspection.find(
                        node,
                        "期限は timeDate に ${deadlines.due(execution, '規則')} と書いてください。",
                        "Write the time limit as a timeDate: ${deadlines.due(execution, 'rule')}."));
    }

    private static void door(Inspection inspection, FlowNode task) {
        if (!Doors.isCall(Xml.flowable(task.xml(), "expression"))) {
            inspection.find(
                    task,
                    "自動処理で呼べるのは ${handOvers.send(handOver)} と ${handOvers.silent(handOver)} だけです。",
                    "A service task may only call ${handOvers.send(handOver)} or ${handOvers.silent(handOver)}.");
        }
        String result = Xml.flowable(task.xml(), "resultVariable");
        if (!result.isEmpty() && !Doors.SETTABLE.contains(result)) {
            inspection.find(task, "結果は変数 agency に入れてください。", "Put the result into the variable agency.");
        }
    }

    private static void plain(Inspection inspection, Element element) {
        String word = Xml.word(element);
        boolean text = !word.equals("conditionExpression")
                && !word.equals("timeDate")
                && Doors.looksEvaluated(Xml.ownText(element));
        boolean attribute = Xml.attributes(element)
                .filter(at -> !Xml.word(at).equals("flowable:expression"))
                .map(Attr::getValue)
                .anyMatch(Doors::looksEvaluated);
        if (text || attribute) {
            inspection.find(
                    owner(element),
                    "式を書けるのは条件、期限、自動処理だけです。ここの ${…} や #{…} を消してください。",
                    "Expressions belong in conditions, time limits and service tasks only. Remove the ${…} or #{…} here.");
        }
    }

    /** The nearest element with an id. */
    private static String owner(Element element) {
        return element.getAttribute("id").isEmpty() && element.getParentNode() instanceof Element parent
                ? owner(parent)
                : element.getAttribute("id");
    }
}
