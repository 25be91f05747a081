package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A JSON object of a form file. What is wrong with it is noted, and reading goes on: all flaws come at once. */
record Piece(String file, String where, JsonNode node, List<Flaw> flaws) {

    Piece at(String place) {
        return new Piece(file, place, node, flaws);
    }

    void flaw(String ja, String en) {
        flaws.add(new Flaw(file, where, new Text(ja, en)));
    }

    /** Notes each name that is not known here: a misspelt one would be ignored without a word. */
    void only(Set<String> known) {
        for (String name : new TreeSet<>(node.propertyNames())) {
            if (!known.contains(name)) {
                flaw(
                        "「" + name + "」は使えません。削るか、つづりを直してください。",
                        "\"" + name + "\" is not known here: remove it, or correct its spelling");
            }
        }
    }

    void mustBe(String name, String value) {
        if (!value.equals(node.path(name).stringValue(null))) {
            flaw(name + "は「" + value + "」としてください。", name + " must be \"" + value + "\"");
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    Piece child(String name) {
        JsonNode child = node.path(name);
        if (!child.isMissingNode() && !child.isObject()) {
            flaw(name + "は{…}としてください。", name + " must be an object {…}");
        }
        return new Piece(file, where, child.isObject() ? child : MissingNode.getInstance(), flaws);
    }

    List<Piece> children(String name) {
        JsonNode children = node.path(name);
        List<Piece> pieces = new ArrayList<>();
        if (!children.isMissingNode() && !children.isArray()) {
            flaw(name + "は[…]としてください。", name + " must be a list […]");
        }
        for (JsonNode child : children.isArray() ? children.values() : List.<JsonNode>of()) {
            if (child.isObject()) {
                pieces.add(new Piece(file, where, child, flaws));
            } else {
                flaw(name + "の中は{…}としてください。", name + " must hold objects {…}");
            }
        }
        return pieces;
    }

    /** A text, or null when it is not there. */
    @Nullable
    String text(String name) {
        JsonNode text = node.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return null;
        }
        if (!text.isString() || text.stringValue().isBlank()) {
            flaw(name + "には空でない文字列を書いてください。", name + " must be a text, and not blank");
            return null;
        }
        return text.stringValue();
    }

    int whole(String name, int otherwise) {
        JsonNode number = node.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return otherwise;
        }
        if (!number.isInt()) {
            flaw(name + "には整数を書いてください。", name + " must be a whole number");
            return otherwise;
        }
        return number.intValue();
    }

    @Nullable
    BigDecimal number(String name) {
        JsonNode number = node.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return null;
        }
        try {
            return number.isNumber() ? number.decimalValue() : new BigDecimal(number.asString());
        } catch (RuntimeException notANumber) {
            flaw(name + "には数を書いてください。", name + " must be a number");
            return null;
        }
    }

    boolean flag(String name) {
        JsonNode flag = node.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            flaw(name + "はtrueかfalseとしてください。", name + " must be true or false");
        }
        return flag.isBoolean() && flag.booleanValue();
    }

    /** {@code {"ja": …, "en": …}}. */
    Text bothLanguages() {
        only(Set.of("ja", "en"));
        String ja = text("ja");
        String en = text("en");
        if (ja == null || en == null) {
            flaw("jaとenの両方を書いてください。", "give both ja and en");
        }
        return new Text(ja == null ? "" : ja, en == null ? "" : en);
    }
}
