package org.tasuki.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Decides what the people of a story decide, before they do: the same question has the same answer. */
record Plot(Story story) {

    /** A step of the case, and how often it was done before. For a hand-over's step, {@code part} tells which. */
    record Scene(String step, String part, int round, boolean late, boolean inProtection, String handOverAgency) {}

    /** What the writer of a step's sheet decides. */
    Map<String, String> at(Scene scene) {
        Map<String, String> decided = new HashMap<>();
        decided.put("step", scene.step());
        decided.put("meeting", meeting());
        decided.put("acceptance", acceptance());
        decided.put("safety", safety(scene.round()));
        decided.put("protectionNow", begins(scene) ? "start" : "none");
        decided.put("protected", scene.inProtection() ? "yes" : "no");
        decided.put("within48", scene.late() ? "no" : "yes");
        decided.put("level", level());
        decided.put("sharingReason", sharingReason(scene.step()));
        protection(decided, scene);
        measures(decided, scene);
        handOver(decided, scene);
        decided.put("next", next(scene.round()));
        decided.put(
                "closing",
                plotted("closing", () -> scene.round() == 0 && chance("closing", 5) ? "returned" : "approved"));
        return decided;
    }

    /** Silence is an answer as well: the agency lets the limit pass. */
    boolean silent(Scene scene) {
        return scene.step().startsWith("await") && "silent".equals(answer(scene));
    }

    /** The fact that names who looked into the case in an emergency; empty where nobody did. */
    String emergency() {
        return beside("emergency");
    }

    /** How far a request to see the records has come; empty where nobody has asked. */
    String disclosure() {
        return beside("disclosure");
    }

    private String beside(String what) {
        Landmark landmark = story.landmark();
        return landmark == null ? "" : landmark.plot().getOrDefault(what, "");
    }

    /** The case should not have been opened: taken back after the first judgement. */
    boolean withdrawn() {
        return story.landmark() == null && chance("withdrawn", 1.5);
    }

    String meeting() {
        return story.urgent() ? "emergency" : "regular";
    }

    private String acceptance() {
        if (handedOver()) {
            return plotted("acceptance", () -> "accepted");
        }
        return plotted("acceptance", () -> {
            if (ordinary("advice", story.kind().chance("advice"))) {
                return "advice";
            }
            return ordinary("passedOn", story.kind().chance("passedOn")) ? "passedOn" : "accepted";
        });
    }

    private String safety(int round) {
        boolean not =
                "unconfirmed".equals(plotted("safety", () -> ordinary("safety", 5) ? "unconfirmed" : "confirmed"));
        return not && round == 0 ? "unconfirmed" : "confirmed";
    }

    /** At which step temporary protection begins: check, urgency, or not at all. */
    String protectionBegins() {
        return plotted("protection", () -> {
            if (handedOver() && ordinary("handedOver", 75)
                    || ordinary("check", story.kind().chance("check"))) {
                return "check";
            }
            return ordinary("urgency", story.kind().chance("urgency")) ? "urgency" : "none";
        });
    }

    private boolean begins(Scene scene) {
        return switch (scene.step()) {
            case "safetyCheck" -> "check".equals(protectionBegins()) && "confirmed".equals(safety(scene.round()));
            case "urgencySheet" -> "urgency".equals(protectionBegins());
            default -> false;
        };
    }

    private String level() {
        return plotted("level", () -> switch (protectionBegins()) {
            case "urgency" -> "A";
            case "check" -> story.dice().chance("level", 60) ? "B" : "A";
            default ->
                story.landmark() != null
                        ? "C"
                        : story.dice().weighted("level", ordered(story.kind().levels()));
        });
    }

    private void protection(Map<String, String> decided, Scene scene) {
        decided.put("protect", plotted("protect", () -> chance("protect", 8) ? "no" : "yes"));
        decided.put("consent", plotted("consent", () -> chance("consent", 32) ? "no" : "yes"));
        decided.put("warrant", plotted("warrant", () -> chance("warrant", 8) ? "rejected" : "issued"));
        decided.put("cancellation", plotted("cancellation", () -> chance("cancellation", 50) ? "request" : "release"));
        decided.put(
                "cancellationResult",
                plotted("cancellationResult", () -> chance("upheld", 40) ? "upheld" : "dismissed"));
        decided.put("stay", stay(scene));
        decided.put("extension", plotted("extension", () -> chance("extension", 10) ? "rejected" : "approved"));
        decided.put("destination", plotted("destination", () -> story.dice()
                .weighted("destination", ordered(Map.of("home", 62, "placement", 18, "relatives", 14, "other", 6)))));
    }

    private String stay(Scene scene) {
        return "keepExtended".equals(scene.step())
                ? scene.round() == 0 && chance("again", 15) ? "extend" : "end"
                : plotted("stay", () -> chance("stay", 12) ? "extend" : "end");
    }

    private void measures(Map<String, String> decided, Scene scene) {
        boolean first = scene.round() == 0;
        decided.put("measure", first ? plotted("measure", () -> measure()) : "none");
        decided.put("policeReferral", first ? yes("policeReferral", story.kind().chance("police")) : "no");
        decided.put(
                "serviceReferral", yes("serviceReferral", first ? story.kind().chance("services") : 35, scene.round()));
        decided.put("count", plotted("count", () -> story.dice()
                .weighted("count", ordered(Map.of("1", 50, "2", 35, "3", 15)))));
        decided.put("policePurpose", policePurpose());
        decided.put("servicePurpose", servicePurpose());
    }

    private String measure() {
        int apart = "none".equals(protectionBegins()) ? 2 : 25;
        return story.dice()
                .weighted(
                        "measure",
                        ordered(Map.of(
                                "none", 40, "guidance", 40, "municipality", 12, "placement", apart, "familyCourt", 1)));
    }

    private void handOver(Map<String, String> decided, Scene scene) {
        decided.put("approval", plotted("approval", () -> approval(scene)));
        decided.put("joint", plotted("joint", () -> harmed() && chance("joint", 80) ? "yes" : "no"));
        String answer = answer(scene);
        decided.put("answer", "declined".equals(answer) ? "declined" : "accepted");
        decided.put("renewal", renewal(scene));
        decided.put("handOverAgency", scene.handOverAgency());
    }

    private String approval(Scene scene) {
        double die = story.dice().fraction("approval" + scene.part());
        return scene.round() > 0 || story.landmark() != null || die > 0.11
                ? "approved"
                : die > 0.03 ? "returned" : "dropped";
    }

    /** accepted, declined, or silent. */
    private String answer(Scene scene) {
        boolean police = "awaitPoliceAnswer".equals(scene.step());
        if (scene.round() > 0) {
            return "accepted";
        }
        return plotted(
                police ? "policeAnswer" : "serviceAnswer",
                () -> story.landmark() != null
                        ? "accepted"
                        : story.dice()
                                .weighted(
                                        "answer" + scene.part(),
                                        ordered(Map.of("accepted", 78, "declined", 12, "silent", 10))));
    }

    String renewal(Scene scene) {
        double die = story.dice().fraction("renewal" + scene.part() + scene.round());
        return die < 0.4 ? "resend" : die < 0.75 ? "otherAgency" : "undertake";
    }

    private String next(int round) {
        int close = round == 0 ? 50 : round == 1 ? 75 : 100;
        return plotted("next", () -> {
            double die = story.dice().fraction("next" + round) * 100;
            return die < close ? "close" : die < close + 40 ? "continue" : "meeting";
        });
    }

    private String policePurpose() {
        return harmed()
                ? "被害の捜査と証拠の保全、協同面接の実施について協議したい。本人への聴取は最小限とし、三機関で調整をお願いする。"
                : "家庭への取扱歴の提供と、再度の通報時の情報共有、家庭復帰後の立寄りをお願いする。";
    }

    private String servicePurpose() {
        return switch (story.kindName()) {
            case "sexual", "exploitation" -> "本人の心のケアと通院の付添い、家族への助言をお願いする。画像がある場合は削除要請の支援を含む。";
            case "neglect" -> "月2回の家庭訪問による養育支援と、生活のリズムの立て直しをお願いする。";
            case "physical" -> "所属での見守りと、叱り方を学ぶ講座など保護者への養育支援をお願いする。";
            default -> "所属での見守りと、困ったときに話せる場の提供をお願いする。";
        };
    }

    private static String sharingReason(String step) {
        return switch (step) {
            case "sharePoliceUnconfirmed" -> "受理から48時間を経ても子どもの安全を直接確認できていないため、協定に基づき共有する。";
            case "sharePoliceReturn" -> "一時保護を解除し家庭に復帰するため、今後の見守りと通報時の対応に備えて共有する。";
            default -> "緊急度が高いと判定したため、協定に基づき直ちに共有する。";
        };
    }

    private boolean harmed() {
        return List.of("sexual", "exploitation").contains(story.kindName());
    }

    private boolean handedOver() {
        return "yes".equals(story.facts().get("handedOver"));
    }

    private String yes(String decision, int percent) {
        return yes(decision, percent, 0);
    }

    private String yes(String decision, int percent, int round) {
        return plotted(decision, () -> ordinary(decision + round, percent) ? "yes" : "no");
    }

    private String plotted(String decision, Supplier<String> otherwise) {
        String plotted = story.plotted(decision);
        return plotted != null ? plotted : otherwise.get();
    }

    /** A case with a landmark goes straight to it. */
    private boolean ordinary(String question, int percent) {
        return story.landmark() == null && chance(question, percent);
    }

    private boolean chance(String question, double percent) {
        return story.dice().chance(question, percent);
    }

    /** In the order of the options' names, so that the dice fall alike on every machine. */
    private static Map<String, Integer> ordered(Map<String, Integer> weights) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        weights.keySet().stream().sorted().forEach(option -> ordered.put(option, weights.getOrDefault(option, 0)));
        return ordered;
    }
}
