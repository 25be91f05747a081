package org.tasuki.practice.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tasuki.practice.ClassDesk;
import org.tasuki.terms.Typing;

/**
 * What somebody types to take part: the class's code, what they want to be called, and where they sit.
 *
 * @param problems by field, the message that says what is wrong there
 */
record JoinSheet(String code, String nick, String desk, Map<String, String> problems) {

    private static final int MOST = 30;

    static JoinSheet empty(String code) {
        return new JoinSheet(code, "", "", new LinkedHashMap<>());
    }

    static JoinSheet typed(String code, String nick, String desk) {
        JoinSheet sheet = new JoinSheet(code.strip(), Typing.tidy(nick).strip(), desk, new LinkedHashMap<>());
        if (sheet.nick.isEmpty() || Typing.hostile(sheet.nick, false)) {
            sheet.add("nick", "practice.problem.nick");
        } else if (Typing.length(sheet.nick) > MOST) {
            sheet.add("nick", "practice.problem.nick.long");
        }
        if (sheet.chosen().isEmpty()) {
            sheet.add("desk", "practice.problem.desk");
        }
        return sheet;
    }

    Optional<ClassDesk> chosen() {
        return ClassDesk.of(desk);
    }

    void add(String field, String problem) {
        problems.put(field, problem);
    }
}
