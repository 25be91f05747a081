package org.tasuki.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** Which stories have become cases, and which of them are told to their end. */
@Component
@Profile("demo")
@Transactional
class StoryShelf {

    private final JdbcClient jdbc;

    StoryShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moment of the first start, to which all stories are relative; empty before it. */
    public Optional<Instant> anchor() {
        return jdbc.sql("select min(anchored_at) as at from demo_story having count(*) > 0")
                .query((row, i) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }

    public Set<Integer> told() {
        return jdbc.sql("select seq from demo_story where told").query(Integer.class).list().stream()
                .collect(Collectors.toSet());
    }

    public Optional<CaseNumber> begun(int seq) {
        return jdbc.sql("select case_number from demo_story where seq = ?")
                .param(seq)
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    public void begin(Story story, CaseNumber number) {
        jdbc.sql("insert into demo_story (seq, case_number, anchored_at) values (?, ?, ?)")
                .params(story.seq(), number.value(), story.anchor().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void end(int seq) {
        jdbc.sql("update demo_story set told = true where seq = ?").param(seq).update();
    }
}
