package org.tasuki.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tasuki.engine.Difference.Detail;
import org.tasuki.engine.Difference.Kind;
import org.tasuki.engine.Difference.What;
import org.tasuki.engine.bpmn.ProcessFile;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.terms.Text;

/** What another version of a process adds, takes away, changes and moves. */
public final class VersionDiff {

    private static final Text NOTHING = new Text("", "");

    private VersionDiff() {}

    /** Both can be read; that they are sound is the linter's affair. */
    public static List<Difference> between(byte[] before, byte[] after) {
        Map<String, VersionFact> old = VersionFacts.of(read(before));
        Map<String, VersionFact> now = VersionFacts.of(read(after));
        List<Difference> found = new ArrayList<>();
        now.forEach((id, fact) -> compare(id, old.get(id), fact, found));
        old.forEach((id, fact) -> {
            if (!now.containsKey(id)) {
                found.add(of(Kind.REMOVED, id, fact, List.of()));
            }
        });
        return List.copyOf(found);
    }

    /** Whether nothing is otherwise, not even a line that is drawn; blanks and comments say nothing. */
    public static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other) || VersionFacts.whole(read(one)).equals(VersionFacts.whole(read(other)));
    }

    private static void compare(String id, @Nullable VersionFact was, VersionFact now, List<Difference> found) {
        if (was == null) {
            found.add(of(Kind.ADDED, id, now, List.of()));
            return;
        }
        List<Detail> details = details(was, now);
        boolean elsewhere = !was.place().equals(now.place());
        if (!details.isEmpty()) {
            found.add(of(Kind.CHANGED, id, now, elsewhere ? and(details, place(was, now)) : details));
        } else if (elsewhere) {
            found.add(of(Kind.MOVED, id, now, List.of(place(was, now))));
        }
    }

    private static List<Detail> details(VersionFact was, VersionFact now) {
        List<Detail> details = new ArrayList<>();
        for (What what : What.values()) {
            Text before = was.said().getOrDefault(what, NOTHING);
            Text after = now.said().getOrDefault(what, NOTHING);
            if (!key(was, what, before).equals(key(now, what, after))) {
                boolean alike = before.equals(after);
                details.add(new Detail(
                        what, alike ? withIds(was, what, before) : before, alike ? withIds(now, what, after) : after));
            }
        }
        if (!was.rest().equals(now.rest())) {
            details.add(new Detail(What.OTHER, NOTHING, NOTHING));
        }
        return details;
    }

    /** Of two steps that bear one name, their ids tell which is meant. */
    private static Text withIds(VersionFact fact, What what, Text said) {
        String ids = fact.ids().getOrDefault(what, "");
        return new Text(said.ja() + "（" + ids + "）", said.en() + " (" + ids + ")");
    }

    private static Object key(VersionFact fact, What what, Text said) {
        @Nullable String ids = fact.ids().get(what);
        return ids == null ? said : ids;
    }

    /** An arrow says where it led; a step only that it is elsewhere. */
    private static Detail place(VersionFact was, VersionFact now) {
        boolean led = now.of() == Difference.Of.ARROW && !Objects.equals(was.name(), now.name());
        return led ? new Detail(What.PLACE, was.name(), now.name()) : new Detail(What.PLACE, NOTHING, NOTHING);
    }

    private static List<Detail> and(List<Detail> details, Detail more) {
        List<Detail> all = new ArrayList<>(details);
        all.add(more);
        return List.copyOf(all);
    }

    private static Difference of(Kind kind, String id, VersionFact fact, List<Detail> details) {
        return new Difference(kind, id, fact.of(), fact.step(), fact.name(), List.copyOf(details));
    }

    private static ProcessFile read(byte[] xml) {
        try {
            return ProcessFile.read("", xml);
        } catch (UnreadableProcess e) {
            throw new IllegalStateException(e.reason().en(), e);
        }
    }
}
