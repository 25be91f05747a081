package org.tasuki.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What a page asks its reader before it does something that cannot be taken back; answered with no, until somebody says yes. */
final class Questions {

    private final List<String> words = new ArrayList<>();
    private boolean yes;

    Questions(Page page) {
        page.onDialog(this::answer);
    }

    private void answer(Dialog dialog) {
        words.add(dialog.message());
        if (yes) {
            dialog.accept();
        } else {
            dialog.dismiss();
        }
    }

    Questions yes() {
        yes = true;
        return this;
    }

    List<String> words() {
        return words;
    }
}
