/** What somebody does to many tasks at once (一括処理): a selection, a preview, a run in the background with a result a row. */
@ApplicationModule(
        displayName = "Bulk",
        allowedDependencies = {
            "terms",
            "people",
            "audit",
            "casefile",
            "casefile :: web",
            "engine",
            "staffing",
            "inbox",
            "inbox :: web",
            "paper",
            "web"
        })
@NullMarked
package org.tasuki.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
