package org.tasuki.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Fills one form as its people would. A file of {@code db/demo/answers} has blocks; where a block's conditions hold, its
 * fields are set, later blocks over earlier ones. Of a list of variants the dice choose one; a variant that is itself a
 * list ticks several boxes.
 */
record Pen(String form, List<Block> blocks) {

    record Block(@Nullable Map<String, Object> when, Map<String, Object> set) {

        boolean holds(Facts facts) {
            return when == null
                    || when.entrySet().stream()
                            .allMatch(wanted -> meets(wanted.getValue(), facts.get(wanted.getKey())));
        }

        private static boolean meets(Object wanted, String known) {
            return wanted instanceof List<?> any
                    ? any.stream().anyMatch(one -> one.toString().equals(known))
                    : wanted.toString().equals(known);
        }
    }

    static Pen of(String form) {
        return new Pen(form, DemoFiles.read("answers/" + form + ".yaml", new TypeReference<List<Block>>() {}));
    }

    /** The answers by field, as a browser would send them. */
    Map<String, List<String>> write(Facts facts, Dice dice) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        blocks.stream().filter(block -> block.holds(facts)).forEach(block -> chosen.putAll(block.set()));
        Map<String, List<String>> written = new LinkedHashMap<>();
        chosen.forEach((field, variants) -> written.put(field, values(variant(variants, dice, field), facts)));
        return written;
    }

    private Object variant(Object variants, Dice dice, String field) {
        return variants instanceof List<?> list ? dice.one(form + "." + field, new ArrayList<Object>(list)) : variants;
    }

    private static List<String> values(Object variant, Facts facts) {
        return variant instanceof List<?> several
                ? several.stream().map(one -> facts.fill(one.toString())).toList()
                : List.of(facts.fill(variant.toString()));
    }
}
