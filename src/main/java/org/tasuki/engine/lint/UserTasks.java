package org.tasuki.engine.lint;

import java.util.List;
import org.tasuki.engine.bpmn.FlowNode;

/** Each task of people has an owner and a form. */
final class UserTasks implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        inspection.nodes("userTask").forEach(task -> {
            owner(inspection, task);
            form(inspection, task);
        });
    }

    private static void owner(Inspection inspection, FlowNode task) {
        List<String> unknown = task.roles().stream()
                .filter(role -> !inspection.knowledge().roles().contains(role))
                .toList();
        if (task.roles().isEmpty()) {
            inspection.find(
                    task,
                    "担当の役割がありません。flowable:candidateGroups に書いてください。",
                    "No role owns this task. Name one in flowable:candidateGroups.");
        } else if (!unknown.isEmpty()) {
            inspection.find(
                    task,
                    "知らない役割です：%s".formatted(String.join(", ", unknown)),
                    "Unknown role: %s".formatted(String.join(", ", unknown)));
        }
    }

    private static void form(Inspection inspection, FlowNode task) {
        if (task.formKey().isEmpty()) {
            inspection.find(
                    task, "様式がありません。flowable:formKey に書いてください。", "The task has no form. Name one in flowable:formKey.");
        } else if (!inspection.knowledge().form().test(task.formKey())) {
            inspection.find(
                    task,
                    "様式「%s」がありません。forms に作るか、名前を直してください。".formatted(task.formKey()),
                    "There is no form %s. Add it to forms, or correct the name.".formatted(task.formKey()));
        }
    }
}
