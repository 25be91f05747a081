package org.tasuki.engine.lint;

import java.util.Set;
import org.tasuki.engine.bpmn.FlowNode;
import org.tasuki.engine.bpmn.SequenceFlow;
import org.tasuki.engine.bpmn.Xml;
import org.tasuki.terms.Text;
import org.w3c.dom.Element;

/**
 * Names and reasons in both languages. Forks and joins need none, they only draw the way; an arrow needs a name where a
 * choice is made.
 */
final class Texts implements LintRule {

    private static final Set<String> EXPLAINED = Set.of("userTask", "callActivity", "serviceTask", "receiveTask");

    @Override
    public void inspect(Inspection inspection) {
        Element process = inspection.file().processes().get(0);
        String key = process.getAttribute("id");
        complete(inspection, key, Xml.name(process), "名前（name）", "name");
        complete(inspection, key, Xml.documentation(process), "説明（documentation）", "documentation");
        inspection.graph().nodes().forEach(node -> node(inspection, node));
        inspection.file().flows().forEach(flow -> flow(inspection, flow));
    }

    private static void node(Inspection inspection, FlowNode node) {
        boolean drawsOnly = node.isGateway()
                && !(node.isChoice() && inspection.graph().outgoing(node).size() > 1);
        if (!drawsOnly || isNamed(node.name())) {
            complete(inspection, node.id(), node.name(), "名前（name）", "name");
        }
        if (EXPLAINED.contains(node.kind()) || isNamed(node.documentation())) {
            complete(inspection, node.id(), node.documentation(), "説明（documentation）", "documentation");
        }
    }

    private static void flow(Inspection inspection, SequenceFlow flow) {
        FlowNode source = inspection.graph().node(flow.source());
        boolean chosen =
                source.isChoice() && inspection.graph().outgoing(source).size() > 1;
        if (chosen || isNamed(flow.name())) {
            complete(inspection, flow.id(), flow.name(), "名前（name）", "name");
        }
    }

    private static boolean isNamed(Text text) {
        return !text.ja().isEmpty() || !text.en().isEmpty();
    }

    private static void complete(Inspection inspection, String element, Text text, String ja, String en) {
        if (text.ja().isEmpty()) {
            inspection.find(element, "日本語の%sを書いてください。".formatted(ja), "Write the Japanese %s.".formatted(en));
        }
        if (text.en().isEmpty()) {
            inspection.find(
                    element,
                    "英語の%sを i18n:translation に書いてください。".formatted(ja),
                    "Write the English %s as an i18n:translation.".formatted(en));
        }
    }
}
