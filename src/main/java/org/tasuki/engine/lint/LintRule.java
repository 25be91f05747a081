package org.tasuki.engine.lint;

/** One thing that a process file must get right. */
@FunctionalInterface
interface LintRule {

    void inspect(Inspection inspection);
}
