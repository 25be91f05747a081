package org.tasuki.engine.lint;

import org.tasuki.terms.Text;

/** Why a word may not stand where it stands, and what to do instead: that depends on what somebody wanted to say with it. */
final class Refusal {

    private Refusal() {}

    static Text of(String word, String parent) {
        String ja = "%s は %s の中では使えません。".formatted(word, parent);
        String en = "%s is not allowed in %s. ".formatted(word, parent);
        Text instead = instead(word);
        return new Text(ja + instead.ja(), en + instead.en());
    }

    private static Text instead(String word) {
        if (word.indexOf(':') >= 0) {
            return new Text("取り除いてください。", "Take it out.");
        }
        if (word.endsWith("Event") || word.endsWith("EventDefinition")) {
            return new Text(
                    "ここで使えるイベント（期限・受信・終了など）に置き換えるか、取り除いてください。",
                    "Use an event that is allowed here (a limit, a message, an end), or take it out.");
        }
        return switch (word) {
            case "collaboration", "laneSet" ->
                new Text(
                        "プールとレーンは取り除き、担当は userTask の candidateGroups に書いてください。",
                        "Take pools and lanes out; who acts is written in the candidateGroups of a userTask.");
            case "textAnnotation",
                    "association",
                    "group",
                    "category",
                    "dataObject",
                    "dataObjectReference",
                    "dataStore",
                    "dataStoreReference" ->
                new Text(
                        "説明は documentation に書き、これは取り除いてください。",
                        "Write what it says into a documentation, and take it out.");
            case "timeDuration", "timeCycle" ->
                new Text("期限は timeDate に、期限の規則で書いてください。", "Write a limit as a timeDate, by a rule of the limits.");
            case "extensionElements", "multiInstanceLoopCharacteristics" -> new Text("取り除いてください。", "Take it out.");
            default ->
                new Text(
                        "人の作業は userTask、許可された扉は serviceTask で表してください。",
                        "Use a userTask for people's work, a serviceTask for an allowed door.");
        };
    }
}
