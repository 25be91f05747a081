package org.tasuki.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** The people around the child: guardians and the rest of the household (世帯). */
@Component
@Transactional
public class Household {

    private final JdbcClient jdbc;

    Household(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Member(
            @Nullable String name,
            @Nullable String kana,
            @Nullable String relation,
            @Nullable LocalDate birthDate,
            @Nullable String occupation,
            boolean guardian,
            @Nullable String note) {}

    public void add(CaseNumber number, String center, Member member) {
        jdbc.sql(
                        """
                insert into household_member (case_number, center, name, kana, relation, birth_date, occupation, guardian,
                                              note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(number.value())
                .param(center)
                .param(member.name())
                .param(member.kana())
                .param(member.relation())
                .param(member.birthDate())
                .param(member.occupation())
                .param(member.guardian())
                .param(member.note())
                .update();
    }

    /** Guardians first. */
    @Transactional(readOnly = true)
    public List<Member> of(CaseNumber number) {
        return jdbc.sql("select * from household_member where case_number = ? order by guardian desc, id")
                .param(number.value())
                .query((row, i) -> new Member(
                        row.getString("name"),
                        row.getString("kana"),
                        row.getString("relation"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("occupation"),
                        row.getBoolean("guardian"),
                        row.getString("note")))
                .list();
    }
}
