package org.tasuki.engine.lint;

import org.tasuki.engine.bpmn.FlowNode;

/** A step that may be taken back says for how long, and its answer is written down nowhere else. See {@link BeyondRecall}. */
final class TakenBack implements LintRule {

    /** A minute, and no more: whoever comes after relies on what they read. */
    private static final String MINUTE = "PT1M";

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("userTask").stream()
                .filter(task -> !task.undo().isEmpty())
                .forEach(task -> inspect(inspection, task));
    }

    private static void inspect(Inspection inspection, FlowNode task) {
        if (!task.undo().equals(MINUTE)) {
            inspection.find(
                    task,
                    "取り消せる時間は1分だけです。tasuki:undo には PT1M と書いてください。",
                    "A step can be taken back for one minute. Write PT1M in tasuki:undo.");
        } else if (inspection.knowledge().aside().test(task.formKey())) {
            inspection.find(
                    task,
                    "様式「%s」の回答は事例の事実や欄にも記録されるため、取り消せません。tasuki:undo を削除してください。".formatted(task.formKey()),
                    "The answer to %s is kept as a fact or in a column too, and cannot be taken back. Remove tasuki:undo."
                            .formatted(task.formKey()));
        }
    }
}
