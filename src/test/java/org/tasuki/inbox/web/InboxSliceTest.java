package org.tasuki.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.Stretch;
import org.tasuki.terms.CaseNumber;

/** Page by page, there and back, each task stands once, what is put first before the others of its group. */
class InboxSliceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final int PAGE = 4;
    private static final Comparator<InboxItem> DUE =
            Comparator.comparing(InboxItem::dueHere).thenComparing(InboxItem::taskId);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void thereAndBack(int seed) {
        Random dice = new Random(seed);
        List<InboxItem> all = IntStream.range(0, dice.nextInt(30))
                .mapToObj(n -> item("t" + n, NOW.plus(Duration.ofHours(dice.nextInt(300) - 60)), dice.nextInt(4) == 0))
                .toList();
        List<InboxItem> expected = all.stream()
                .sorted(Comparator.comparing((InboxItem item) -> Stretch.of(item.dueHere(), NOW))
                        .thenComparing(item -> !item.raised())
                        .thenComparing(DUE))
                .toList();

        List<InboxItem> there = new ArrayList<>();
        InboxSlice slice = page(all, After.NOTHING);
        there.addAll(slice.shown());
        while (slice.behind()) {
            slice = page(all, place(slice.last(), false));
            there.addAll(slice.shown());
        }
        assertThat(there).isEqualTo(expected);

        List<InboxItem> back = new ArrayList<>(slice.shown());
        while (slice.before()) {
            slice = page(all, place(slice.first(), true));
            back.addAll(0, slice.shown());
        }
        assertThat(back).isEqualTo(expected);
    }

    private static After place(InboxItem item, boolean backwards) {
        return new After(item.dueHere(), item.taskId(), backwards);
    }

    /** As the list answers: one more than a page, nearest the place. */
    private static InboxSlice page(List<InboxItem> all, After place) {
        List<InboxItem> others =
                all.stream().filter(item -> !item.raised()).sorted(DUE).toList();
        List<InboxItem> side = others.stream()
                .filter(item -> After.NOTHING.equals(place)
                        || Integer.signum(
                                        item.dueHere().equals(place.dueHere())
                                                ? item.taskId().compareTo(place.taskId())
                                                : item.dueHere().compareTo(place.dueHere()))
                                == (place.backwards() ? -1 : 1))
                .toList();
        int most = Math.min(PAGE + 1, side.size());
        List<InboxItem> asked =
                place.backwards() ? side.subList(side.size() - most, side.size()) : side.subList(0, most);
        return InboxSlice.of(asked, all.stream().filter(InboxItem::raised).toList(), place, PAGE, NOW);
    }

    private static InboxItem item(String task, Instant due, boolean raised) {
        return new InboxItem(
                task,
                new CaseNumber("YK-2026-00001"),
                "yk",
                "officer",
                null,
                null,
                "investigation",
                "safetyCheck",
                "safety-check",
                "w",
                null,
                null,
                NOW,
                due,
                due,
                null,
                NOW,
                "running",
                "none",
                raised,
                null,
                null,
                null);
    }
}
