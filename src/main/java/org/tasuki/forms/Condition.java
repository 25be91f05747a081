package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a component is hidden: the part of FEEL that form files may use. An answer that is not there equals nothing. */
sealed interface Condition {

    /** @param answers the answer of a field, or null */
    boolean holds(Answers answers);

    /** For the browser: an operator and its operands, made of lists and literals; {@code conditional.js} reads it. */
    Object tree();

    default Stream<Condition> parts() {
        return Stream.of(this);
    }

    /** The opposite, with "not" moved inwards, so that it can be said in words. */
    default Condition opposite() {
        return new Not(this);
    }

    /** What the fields in sight were answered. */
    @FunctionalInterface
    interface Answers {
        @Nullable
        Object of(String field);
    }

    /** Something said of one field. */
    sealed interface About extends Condition permits Is, Contains, Ticked {
        String field();
    }

    record Always(boolean value) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return value;
        }

        @Override
        public Object tree() {
            return value;
        }

        @Override
        public Condition opposite() {
            return new Always(!value);
        }
    }

    /** The literal is a String, a BigDecimal or a Boolean. */
    record Is(String field, Object literal) implements About {
        @Override
        public boolean holds(Answers answers) {
            Object answer = answers.of(field);
            return answer instanceof Number number && literal instanceof BigDecimal decimal
                    ? new BigDecimal(number.toString()).compareTo(decimal) == 0
                    : literal.equals(answer);
        }

        @Override
        public Object tree() {
            return List.of("=", field, literal);
        }
    }

    record Contains(String field, Object literal) implements About {
        @Override
        public boolean holds(Answers answers) {
            return answers.of(field) instanceof List<?> chosen && chosen.contains(literal);
        }

        @Override
        public Object tree() {
            return List.of("has", field, literal);
        }
    }

    record Ticked(String field) implements About {
        @Override
        public boolean holds(Answers answers) {
            return Boolean.TRUE.equals(answers.of(field));
        }

        @Override
        public Object tree() {
            return List.of("on", field);
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return !inner.holds(answers);
        }

        @Override
        public Object tree() {
            return List.of("not", inner.tree());
        }

        @Override
        public Stream<Condition> parts() {
            return inner.parts();
        }

        @Override
        public Condition opposite() {
            return inner;
        }
    }

    record And(List<Condition> all) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return all.stream().allMatch(one -> one.holds(answers));
        }

        @Override
        public Object tree() {
            return branch("and", all);
        }

        @Override
        public Stream<Condition> parts() {
            return all.stream().flatMap(Condition::parts);
        }

        @Override
        public Condition opposite() {
            return new Or(all.stream().map(Condition::opposite).toList());
        }
    }

    record Or(List<Condition> any) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return any.stream().anyMatch(one -> one.holds(answers));
        }

        @Override
        public Object tree() {
            return branch("or", any);
        }

        @Override
        public Stream<Condition> parts() {
            return any.stream().flatMap(Condition::parts);
        }

        @Override
        public Condition opposite() {
            return new And(any.stream().map(Condition::opposite).toList());
        }
    }

    private static Object branch(String operator, List<Condition> operands) {
        Function<Condition, Object> tree = Condition::tree;
        List<Object> branch = new ArrayList<>();
        branch.add(operator);
        operands.stream().map(tree).forEach(branch::add);
        return branch;
    }
}
