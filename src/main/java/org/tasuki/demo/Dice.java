package org.tasuki.demo;

import java.util.List;
import java.util.Map;

/** Chance with a memory: the same seed and question give the same answer, in whatever order they are asked. */
record Dice(long seed) {

    /** Dice of their own for a part of the story. */
    Dice of(String part) {
        return new Dice(mixed(part));
    }

    double fraction(String question) {
        return (mixed(question) >>> 11) * 0x1.0p-53;
    }

    int below(String question, int bound) {
        return (int) (fraction(question) * bound);
    }

    boolean chance(String question, double percent) {
        return fraction(question) * 100 < percent;
    }

    <T> T one(String question, List<T> of) {
        return of.get(below(question, of.size()));
    }

    <T> T weighted(String question, Map<T, Integer> weights) {
        return weighted(fraction(question), weights);
    }

    /** The option at this fraction of the total weight. */
    static <T> T weighted(double fraction, Map<T, Integer> weights) {
        double left =
                fraction * weights.values().stream().mapToInt(Integer::intValue).sum();
        T last = null;
        for (Map.Entry<T, Integer> option : weights.entrySet()) {
            last = option.getKey();
            left -= option.getValue();
            if (left < 0) {
                return last;
            }
        }
        if (last == null) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return last;
    }

    /** The finalizer of SplitMix64. */
    private long mixed(String question) {
        long mixed = seed + 0x9E3779B97F4A7C15L;
        for (int i = 0; i < question.length(); i++) {
            mixed = (mixed ^ question.charAt(i)) * 0x100000001B3L;
        }
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
