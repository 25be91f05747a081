package org.tasuki.board.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.web.EmergencyViews;
import org.tasuki.casefile.web.Papers;

/**
 * What somebody is to decide, with what they need for it.
 *
 * @param why why the step exists, and the law
 * @param proposer whoever proposed it; null where nothing was
 * @param own whether that is the reader: then somebody else decides
 * @param looked who opened the record, where that is what is decided on
 */
record ApprovalRow(
        TaskRow task,
        String why,
        @Nullable String proposer,
        boolean own,
        List<Papers.Paper> papers,
        List<EmergencyViews.Looked> looked) {}
