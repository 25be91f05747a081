package org.tasuki.people.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.web.Notice;

/** After an act on an account: back to its page, which says what came of it. */
final class AccountNews {

    static final String BACK = "redirect:/accounts/{id}";

    private AccountNews() {}

    static String done(String key, String value, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.done(key, value));
        return BACK;
    }

    static String told(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.caution(key));
        return BACK;
    }
}
