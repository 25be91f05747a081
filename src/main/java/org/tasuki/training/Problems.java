package org.tasuki.training;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tasuki.engine.StepPlace;
import org.tasuki.terms.Text;

/** What can be wrong with a scenario, in words for whoever changed the process. */
final class Problems {

    private Problems() {}

    static Text noProcess(String process) {
        return new Text("プロセス「%s」がありません。".formatted(process), "There is no process %s.".formatted(process));
    }

    static Text leadsNowhere() {
        return new Text(
                "プロセスの矢印がつながっていないか、同じ所を回り続けます。", "The arrows of the process lead nowhere, or round in a circle.");
    }

    static Text gone() {
        return new Text("この段階は、プロセスにありません。", "The process has no such step.");
    }

    static Text notPassed() {
        return new Text("ここまでの回答では、この段階を通りません。", "The answers so far do not come through this step.");
    }

    static Text notOpen(List<StepPlace> open) {
        String steps = open.isEmpty()
                ? "-"
                : new TreeSet<>(open.stream().map(StepPlace::toString).toList()).toString();
        return new Text(
                "ここまでの回答では、この段階に来ません。来ているのは %s です。".formatted(steps),
                "The answers so far do not lead to this step, but to %s.".formatted(steps));
    }

    static Text staysWhenLate() {
        return new Text("期限が過ぎても、この仕事はなくなりません。", "Its limit does not take the task away.");
    }

    static Text cannotBeLate() {
        return new Text("この仕事は、期限に遅れて済ませることができません。", "The task cannot be done after its limit.");
    }

    static Text noAnswer(String form, Set<String> asked) {
        return new Text(
                "様式「%s」の回答 %s がありません。".formatted(form, asked),
                "There is no answer to the form %s, which asks for %s.".formatted(form, asked));
    }

    static Text notAsked(String form, String variable) {
        return new Text(
                "様式「%s」は「%s」を尋ねません。".formatted(form, variable),
                "The form %s does not ask for %s.".formatted(form, variable));
    }

    static Text noSuchOption(String form, String variable, String value) {
        return new Text(
                "様式「%s」の「%s」に、選択肢「%s」はありません。".formatted(form, variable, value),
                "In the form %s, %s has no option %s.".formatted(form, variable, value));
    }

    static Text textOfNothing() {
        return new Text("説明はありますが、この段階がなくなります。", "There is a text for this step, but the step goes.");
    }

    static Text noText() {
        return new Text(
                "この段階の説明がまだありません。手順ファイルの説明がそのまま示されます。",
                "Nobody has written a text for this step; what the process file says is shown instead.");
    }

    static Text asksForNothing() {
        return new Text("この段階が正解ですが、なくなります。", "This step is the right answer, and it goes.");
    }

    static Text unknownWord(String word) {
        return new Text("「%s」という項目はありません".formatted(word), "nobody knows the word " + word);
    }

    static Text notReadable(String why) {
        return new Text("読み取れません: " + why, "not readable: " + why);
    }

    static Text notOpened(String where) {
        return new Text("開けません: " + where, "cannot be opened: " + where);
    }
}
