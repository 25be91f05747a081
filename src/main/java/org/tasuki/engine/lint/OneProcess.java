package org.tasuki.engine.lint;

import java.util.List;
import org.w3c.dom.Element;

/** One file, one process, one name: so that everybody finds the file behind a case. */
final class OneProcess implements LintRule {

    @Override
    public void inspect(Inspection inspection) {
        List<Element> processes = inspection.file().processes();
        String key = inspection.file().key();
        if (processes.size() != 1) {
            inspection.find(
                    "",
                    "プロセスは 1 ファイルに 1 つだけ書いてください（%d 個あります）。".formatted(processes.size()),
                    "Write exactly one process in a file (there are %d).".formatted(processes.size()));
            return;
        }
        Element process = processes.get(0);
        if (!process.getAttribute("id").equals(key)) {
            inspection.find(
                    process.getAttribute("id"),
                    "プロセスの id をファイル名と同じ「%s」にしてください。".formatted(key),
                    "Give the process the file's name as its id: %s.".formatted(key));
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            inspection.find(
                    process.getAttribute("id"),
                    "isExecutable=\"true\" を付けてください。",
                    "Mark the process isExecutable=\"true\".");
        }
    }
}
