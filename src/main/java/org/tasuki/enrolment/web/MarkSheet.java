package org.tasuki.enrolment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.tasuki.enrolment.Attendance;
import org.tasuki.enrolment.Attendance.Reason;
import org.tasuki.enrolment.AttendanceBook.Mark;

/** The attendance list as it comes from the page: a row a person, of four fields each. */
final class MarkSheet {

    private MarkSheet() {}

    /** Empty when it is no such list. Rows that say nothing yet are left out. */
    static Optional<List<Mark>> read(MultiValueMap<String, String> typed) {
        List<String> accounts = column(typed, "account");
        List<String> was = column(typed, "was");
        List<String> marks = column(typed, "mark");
        List<String> reasons = column(typed, "reason");
        if (accounts.isEmpty()
                || was.size() != accounts.size()
                || marks.size() != accounts.size()
                || reasons.size() != accounts.size()) {
            return Optional.empty();
        }
        List<Mark> read = new ArrayList<>();
        for (int row = 0; row < accounts.size(); row++) {
            Optional<Attendance> attendance = Attendance.find(marks.get(row));
            if (attendance.isPresent()) {
                read.add(mark(accounts.get(row), was.get(row), attendance.get(), reasons.get(row)));
            }
        }
        return Optional.of(read);
    }

    /** Whoever was there all the time needs no reason: one that was left standing is dropped. */
    private static Mark mark(String account, String was, Attendance attendance, String reason) {
        return new Mark(
                account,
                Attendance.find(was),
                attendance,
                attendance == Attendance.PRESENT ? Optional.empty() : Reason.find(reason));
    }

    private static List<String> column(MultiValueMap<String, String> typed, String name) {
        List<String> values = typed.get(name);
        return values == null ? List.of() : values;
    }
}
