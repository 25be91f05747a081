package org.tasuki.engine.lint;

import java.util.regex.Pattern;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.Xml;
import org.w3c.dom.Element;

/** A call names its process for good, and takes the case with it. */
final class Calls implements LintRule {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("callActivity").forEach(call -> {
            if (!KEY.matcher(call.attribute("calledElement")).matches()) {
                inspection.find(
                        call,
                        "呼び出すプロセスの名前を calledElement に直接書いてください。",
                        "Name the called process in calledElement, as plain text.");
            }
            if (!Xml.flowable(call.xml(), "inheritVariables").equals("true")
                    || !Xml.flowable(call.xml(), "inheritBusinessKey").equals("true")) {
                inspection.find(
                        call,
                        "ケース番号が引き継がれません。inheritVariables と inheritBusinessKey を true にしてください。",
                        "The case number is not handed on. Set inheritVariables and inheritBusinessKey to true.");
            }
            variables(inspection, call);
        });
    }

    private static void variables(Inspection inspection, FlowNode call) {
        boolean in = call.mappings("flowable:in").stream()
                .allMatch(mapping -> Doors.VARIABLES.contains(mapping.getAttribute("source"))
                        && Doors.SETTABLE.contains(mapping.getAttribute("target")));
        boolean out = call.mappings("flowable:out").stream().allMatch(Calls::comesBackAsItIs);
        boolean each = Xml.children(call.xml(), "multiInstanceLoopCharacteristics")
                .allMatch(loop -> Xml.flowable(loop, "collection").equals("services")
                        && Doors.SETTABLE.contains(Xml.flowable(loop, "elementVariable")));
        if (!in || !out || !each) {
            inspection.find(
                    call,
                    "受け渡す変数が正しくありません。渡すのは handOver（一覧は services）、戻すのは同じ名前の値だけです。",
                    "The variables passed are wrong. Pass handOver (from the list services); take values back under their own name.");
        }
    }

    /** Taken back under its own name, and never one of the engine's own variables but the closing decision. */
    private static boolean comesBackAsItIs(Element mapping) {
        String name = mapping.getAttribute("source");
        boolean free = !Doors.VARIABLES.contains(name) || name.equals("closing");
        return free && !name.isEmpty() && name.equals(mapping.getAttribute("target"));
    }
}
