package org.tasuki.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.people.Acting;

/**
 * Cases that a new consultation may belong to, while its sheet is still being typed: of the whole center, whoever sits at the
 * telephone, because a child that is known already must not be taken for a new one.
 */
@Component
public class Duplicates {

    private static final int MOST = 5;

    private final CaseFiles files;
    private final Acting acting;

    Duplicates(CaseFiles files, Acting acting) {
        this.files = files;
        this.acting = acting;
    }

    /** @param name what was typed as the child's name or kana; fewer than two characters find nothing */
    public List<CaseFile> like(String name) {
        return name.strip().length() < 2
                ? List.of()
                : acting.as(acting.current().overCenter(), () -> files.search(name, MOST));
    }
}
