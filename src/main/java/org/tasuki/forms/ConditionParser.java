package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of FEEL that form files may use: {@code = != and or not(…) list contains(field, "x")}, literals and
 * parentheses. A form file is input: length and depth are bounded.
 */
final class ConditionParser {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 20;

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(!=|[=(),]|\"(?:[^\"\\\\]|\\\\[\"\\\\])*+\"|-?\\d{1,15}(?:\\.\\d{1,9})?|list\\s+contains\\b|[A-Za-z_]\\w*)");

    private static final String END = "";

    private final List<String> tokens;
    private int at;
    private int depth;

    private ConditionParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException saying what cannot be read */
    static Condition parse(String expression) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        String feel = expression.strip();
        if (!feel.startsWith("=")) {
            throw new IllegalArgumentException("must start with =");
        }
        ConditionParser parser = new ConditionParser(tokens(feel.substring(1)));
        Condition condition = parser.or();
        parser.expect(END);
        return condition;
    }

    private static List<String> tokens(String feel) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(feel);
        int end = 0;
        while (!feel.substring(end).isBlank()) {
            token.region(end, feel.length());
            if (!token.lookingAt()) {
                throw new IllegalArgumentException("cannot read from character " + (end + 2));
            }
            tokens.add(token.group(1));
            end = token.end();
        }
        tokens.add(END);
        return tokens;
    }

    private Condition or() {
        return joined("or", this::and, Condition.Or::new);
    }

    private Condition and() {
        return joined("and", this::one, Condition.And::new);
    }

    private Condition joined(String word, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
        List<Condition> parts = new ArrayList<>(List.of(part.get()));
        while (take(word)) {
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.get(0) : join.apply(List.copyOf(parts));
    }

    private Condition one() {
        if (peek().startsWith("list") && peek().endsWith("contains")) {
            at++;
            return contains();
        }
        if (take("not")) {
            return new Condition.Not(inParentheses());
        }
        return peek().equals("(") ? inParentheses() : comparison();
    }

    private Condition inParentheses() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST);
        }
        expect("(");
        Condition inner = or();
        expect(")");
        depth--;
        return inner;
    }

    private Condition contains() {
        expect("(");
        String field = name();
        expect(",");
        Object literal = literal(next());
        expect(")");
        return new Condition.Contains(field, literal);
    }

    private Condition comparison() {
        String left = next();
        String operator = peek();
        if (!operator.equals("=") && !operator.equals("!=")) {
            return alone(left);
        }
        at++;
        String right = next();
        Condition is =
                isName(left) ? new Condition.Is(left, literal(right)) : new Condition.Is(name(right), literal(left));
        return operator.equals("=") ? is : new Condition.Not(is);
    }

    private static Condition alone(String token) {
        return switch (token) {
            case "true" -> new Condition.Always(true);
            case "false" -> new Condition.Always(false);
            default -> new Condition.Ticked(name(token));
        };
    }

    private String name() {
        return name(next());
    }

    private static String name(String token) {
        if (!isName(token)) {
            throw new IllegalArgumentException("expected a field's key, found " + shown(token));
        }
        return token;
    }

    private static boolean isName(String token) {
        return token.matches("[A-Za-z_]\\w*")
                && !List.of("true", "false", "and", "or", "not", "null").contains(token);
    }

    private static Object literal(String token) {
        if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (token.equals("true") || token.equals("false")) {
            return Boolean.valueOf(token);
        }
        if (token.matches("-?\\d.*")) {
            return new BigDecimal(token);
        }
        throw new IllegalArgumentException("expected \"a value\", a number, true or false, found " + shown(token));
    }

    private String peek() {
        return tokens.get(at);
    }

    private String next() {
        String token = peek();
        if (token.equals(END)) {
            throw new IllegalArgumentException("ends too early");
        }
        at++;
        return token;
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException("expected " + shown(token) + ", found " + shown(peek()));
        }
    }

    private static String shown(String token) {
        return token.equals(END) ? "the end" : token;
    }
}
