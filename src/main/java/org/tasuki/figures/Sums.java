package org.tasuki.figures;

import org.jspecify.annotations.Nullable;

/**
 * Which cells of a table stand behind one of its numbers: one, a whole row ({@code 2/*}), a whole column ({@code *}{@code /physical}), or all.
 *
 * @param one whether the cell is called exactly {@code head}; else so it begins and so it ends
 */
public record Sums(boolean one, String head, String tail) {

    private static final String ANY = "*";

    /** The name of a row's sum. */
    public static String row(String row) {
        return row + "/" + ANY;
    }

    /** The name of a column's sum. */
    public static String column(String column) {
        return ANY + "/" + column;
    }

    /** Whether this part of a cell's name stands for all there are. */
    public static boolean any(String part) {
        return part.equals(ANY);
    }

    /** In a table that is no grid no cell is a sum. */
    static Sums one(@Nullable String cell) {
        return new Sums(cell != null, cell == null ? "" : cell, "");
    }

    static Sums of(@Nullable String cell) {
        if (cell == null || !cell.startsWith(column("")) && !cell.endsWith(row(""))) {
            return one(cell);
        }
        return cell.endsWith(row(""))
                ? new Sums(false, cell.substring(0, cell.length() - ANY.length()), "")
                : new Sums(false, "", cell.substring(ANY.length()));
    }
}
