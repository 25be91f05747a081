package org.tasuki.forms;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** The {@code properties} of a component: its English, and what its answer means. */
final class Properties {

    /** The secret groups there are. A misspelt one would hide a field from everybody, or from nobody. */
    static final Set<String> SECRET_GROUPS = Set.of("notifier");

    static final String VARIABLE = "[a-z][A-Za-z0-9]*";

    private final Piece component;
    private final Piece properties;
    private final Set<String> read = new HashSet<>();

    Properties(Piece component) {
        this.component = component;
        this.properties = component.child("properties");
    }

    @Nullable
    String get(String name) {
        read.add(name);
        return properties.text(name);
    }

    /** As form editors write them: a number in quotes. */
    int whole(String name, int otherwise) {
        String number = get(name);
        if (number == null || number.matches("\\d{1,6}")) {
            return number == null ? otherwise : Integer.parseInt(number);
        }
        properties.flaw(name + "には整数を書いてください。", name + " must be a whole number in quotes");
        return otherwise;
    }

    Text label() {
        return text("label");
    }

    /** A text that must be there, in both languages. */
    Text text(String name) {
        Text text = textIfAny(name);
        if (text == null) {
            component.flaw(name + "を書いてください。", "give " + name);
            return new Text("", "");
        }
        return text;
    }

    @Nullable
    Text textIfAny(String name) {
        return both(component, name, name + ".en");
    }

    /** Japanese from the piece, English from {@code properties}. */
    @Nullable
    Text both(Piece piece, String name, String english) {
        String ja = piece.text(name);
        if (ja == null) {
            return null;
        }
        if (ja.startsWith("=") || ja.contains("{{")) {
            component.flaw(name + "に式は使えません。", name + " cannot be an expression");
        }
        String en = get(english);
        if (en == null) {
            component.flaw(
                    "propertiesに英語「" + english + "」を書いてください。", "give the English in properties: \"" + english + "\"");
        }
        return new Text(ja, en == null ? ja : en);
    }

    /** @param uses every use of the form so far; two fields that set the same thing would overwrite each other */
    Meaning meaning(Set<String> uses, boolean outsideLists) {
        Meaning meaning = new Meaning(get("routing"), get("fact"), get("column"), get("group"));
        if (!outsideLists && !meaning.equals(new Meaning(null, null, null, null))) {
            component.flaw(
                    "dynamiclistの中の項目にrouting・fact・column・groupは付けられません。dynamiclistに付けてください。",
                    "a field in a dynamiclist has no routing, fact, column or group: give it to the dynamiclist");
        }
        once(uses, "routing", meaning.routing(), VARIABLE);
        once(uses, "fact", meaning.fact(), "[a-z][a-z0-9]*(-[a-z0-9]+)*");
        once(uses, "column", meaning.column(), "[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*");
        if (meaning.group() != null && !SECRET_GROUPS.contains(meaning.group())) {
            component.flaw("groupは" + SECRET_GROUPS + "のいずれかです。", "group must be one of " + SECRET_GROUPS);
        }
        refuseLeak(meaning);
        return meaning;
    }

    /** A secret answer is sealed; the engine, the deadlines and the domain's columns would keep it in plain words. */
    private void refuseLeak(Meaning meaning) {
        if (meaning.group() != null && !meaning.equals(new Meaning(null, null, null, meaning.group()))) {
            component.flaw(
                    "groupを付けた項目にrouting・fact・columnは付けられません。暗号化されずに保存されてしまいます。",
                    "a field of a secret group has no routing, fact or column: they would keep it unsealed");
        }
    }

    void noOthers() {
        properties.at(component.where()).only(read);
    }

    private void once(Set<String> uses, String use, @Nullable String name, String shape) {
        if (name == null) {
            return;
        }
        if (!name.matches(shape)) {
            component.flaw(use + "の書き方を直してください。", use + " must look like " + shape);
        }
        if (!uses.add(use + " " + name)) {
            component.flaw(use + "「" + name + "」が重複しています。", use + " \"" + name + "\" is set by another field already");
        }
    }
}
