package org.tasuki.enrolment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.tasuki.enrolment.Attendance;
import org.tasuki.enrolment.Attendance.Reason;
import org.tasuki.enrolment.AttendanceBook.Mark;

/**
 * The attendance list as it comes from the page: a row a person, of three fields each. A session of 500 people must stay below the number
 * of fields that the server reads of one form ({@code server.tomcat.max-parameter-count}), so what the page showed is one field.
 */
final class MarkSheet {

    /** Attendance, reason and account: only the last may hold the sign between them. */
    private static final int PARTS = 3;

    private MarkSheet() {}

    /**
     * A row as it came.
     *
     * @param mark whatever was chosen, as is the reason
     */
    record Row(String account, Optional<Attendance> was, Optional<Reason> why, String mark, String reason) {

        /** Whoever was there all the time needs no reason: one that was left standing is dropped. Nothing while nothing is said. */
        Optional<Mark> said() {
            return Attendance.find(mark)
                    .map(attendance -> new Mark(
                            account,
                            was,
                            why,
                            attendance,
                            attendance == Attendance.PRESENT ? Optional.empty() : Reason.find(reason)));
        }
    }

    /** What a row's hidden field says. */
    static String shown(String account, String mark, String reason) {
        return mark + ":" + reason + ":" + account;
    }

    /** Empty when it is no such list. */
    static Optional<List<Row>> read(MultiValueMap<String, String> typed) {
        List<String> shown = column(typed, "row");
        List<String> marks = column(typed, "mark");
        List<String> reasons = column(typed, "reason");
        if (shown.isEmpty() || marks.size() != shown.size() || reasons.size() != shown.size()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String[] parts = shown.get(i).split(":", PARTS);
            if (parts.length != PARTS) {
                return Optional.empty();
            }
            rows.add(new Row(parts[2], Attendance.find(parts[0]), Reason.find(parts[1]), marks.get(i), reasons.get(i)));
        }
        return Optional.of(rows);
    }

    private static List<String> column(MultiValueMap<String, String> typed, String name) {
        List<String> values = typed.get(name);
        return values == null ? List.of() : values;
    }
}
