package org.tasuki.secrecy;

import java.nio.charset.StandardCharsets;
import org.tasuki.terms.CaseNumber;

/** The row that sealed words belong to. They open nowhere else: whoever moves them to another row has nothing. */
public record SecretPlace(String table, CaseNumber number, String row) {

    byte[] bound() {
        return (table + '\n' + number.value() + '\n' + row).getBytes(StandardCharsets.UTF_8);
    }

    /** Keys and numbers only: it may stand in a log. */
    @Override
    public String toString() {
        return table + ' ' + number + ' ' + row;
    }
}
