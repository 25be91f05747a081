package org.tasuki.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.Answers;
import org.tasuki.inbox.InboxItem;
import org.tasuki.referral.HandOver;
import org.tasuki.terms.CaseNumber;

/** A story while it is told: which steps were done how often, and which hand-over is which. */
final class Telling {

    private final Story story;
    private final Plot plot;
    private final CaseNumber number;
    private final Map<String, Integer> rounds = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();

    Telling(Story story, CaseNumber number, List<Answers.Given> before) {
        this.story = story;
        this.plot = new Plot(story);
        this.number = number;
        before.forEach(given -> rounds.merge(given.step(), 1, Integer::sum));
    }

    Story story() {
        return story;
    }

    Plot plot() {
        return plot;
    }

    CaseNumber number() {
        return number;
    }

    /** How far it is told, to go back to when a step fails. */
    Map<String, Integer> rounds() {
        return Map.copyOf(rounds);
    }

    void backTo(Map<String, Integer> before) {
        rounds.clear();
        rounds.putAll(before);
    }

    boolean ended(String step) {
        return rounds.getOrDefault(step, 0) > 0;
    }

    void done(InboxItem item) {
        rounds.merge(item.step(), 1, Integer::sum);
        if (item.handOver() != null) {
            rounds.merge(item.step() + "/" + part(item, null), 1, Integer::sum);
        }
    }

    Plot.Scene scene(InboxItem item, @Nullable HandOver handOver, Instant at) {
        String part = part(item, handOver);
        String step = part.isEmpty() ? item.step() : item.step() + "/" + part;
        return new Plot.Scene(
                item.step(),
                part,
                rounds.getOrDefault(step, 0),
                !at.isBefore(item.dueAt()),
                ended("protectionNotice"),
                agency(item, handOver, part));
    }

    /** Hand-overs are told apart by the agency they were first meant for: their ids are chance. */
    private String part(InboxItem item, @Nullable HandOver handOver) {
        String id = item.handOver();
        if (id == null) {
            return "";
        }
        String first = handOver == null || handOver.agency() == null ? id : handOver.agency();
        return parts.computeIfAbsent(id, unknown -> first);
    }

    /** The agency to write to: another one, when that was decided after the last refusal or silence. */
    private String agency(InboxItem item, @Nullable HandOver handOver, String part) {
        if (handOver == null || handOver.agency() == null) {
            return "";
        }
        int renewed = rounds.getOrDefault("decideAnew/" + part, 0);
        Plot.Scene last = new Plot.Scene("decideAnew", part, renewed - 1, false, false, "");
        boolean other = item.step().startsWith("prepare")
                && renewed > 0
                && rounds.getOrDefault(item.step() + "/" + part, 0) > 0
                && "otherAgency".equals(plot.renewal(last));
        if (!other) {
            return handOver.agency();
        }
        return handOver.kind() == HandOver.Kind.POLICE
                ? "police-kita".equals(handOver.agency()) ? "police-chuo" : "police-kita"
                : "family-support".equals(handOver.agency()) ? "family-west" : "family-support";
    }
}
