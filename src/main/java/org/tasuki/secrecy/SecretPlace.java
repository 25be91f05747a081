package org.tasuki.secrecy;

import java.nio.charset.StandardCharsets;
import org.tasuki.terms.CaseNumber;

/**
 * The row that sealed words belong to. They open nowhere else: whoever moves them to another row has nothing.
 *
 * @param owner whose row it is: a case's number, or an account
 */
public record SecretPlace(String table, String owner, String row) {

    public SecretPlace(String table, CaseNumber number, String row) {
        this(table, number.value(), row);
    }

    byte[] bound() {
        return (table + '\n' + owner + '\n' + row).getBytes(StandardCharsets.UTF_8);
    }

    /** Keys and numbers only: it may stand in a log. */
    @Override
    public String toString() {
        return table + ' ' + owner + ' ' + row;
    }
}
