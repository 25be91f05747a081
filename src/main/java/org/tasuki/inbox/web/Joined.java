package org.tasuki.inbox.web;

import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.terms.CaseNumber;
import org.tasuki.web.Notice;

/** Says where a task went that is gone: with its case into another, where that is known. */
@Component
class Joined {

    private final CaseFiles files;

    Joined(CaseFiles files) {
        this.files = files;
    }

    /** @param number the case as the page named it, if it did */
    Notice gone(String number) {
        return CaseNumber.looksLike(number)
                ? files.find(new CaseNumber(number))
                        .map(CaseFile::joinedInto)
                        .map(into -> Notice.caution("inbox.gone.joined", number, into.value()))
                        .orElse(Notice.caution("inbox.gone"))
                : Notice.caution("inbox.gone");
    }
}
