package org.tasuki.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;

/** Cases that a new consultation may belong to, while its sheet is still being typed. */
@Component
public class Duplicates {

    private static final int MOST = 5;

    private final CaseFiles files;

    Duplicates(CaseFiles files) {
        this.files = files;
    }

    /** @param name what was typed as the child's name or kana; fewer than two characters find nothing */
    public List<CaseFile> like(String name) {
        return name.strip().length() < 2 ? List.of() : files.search(name, MOST);
    }
}
