package org.tasuki.notices.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tasuki.notices.CalendarFeeds;
import org.tasuki.notices.NoticePreferences;
import org.tasuki.outbox.MailAddresses;
import org.tasuki.outbox.MailSettings;
import org.tasuki.people.Acting;
import org.tasuki.terms.Typing;
import org.tasuki.web.Notice;

/** How I want to hear of deadlines (通知の設定): by mail or not, when it is quiet, and in my calendar. */
@Controller
class PreferencesController {

    private static final Logger LOG = LoggerFactory.getLogger(PreferencesController.class);

    private static final String PAGE = "/account/notices";
    private static final String BACK = "redirect:" + PAGE;
    private static final String VIEW = "notices/settings";

    private final NoticePreferences preferences;
    private final CalendarFeeds calendars;
    private final MailAddresses addresses;
    private final MailSettings settings;
    private final Acting acting;

    PreferencesController(
            NoticePreferences preferences,
            CalendarFeeds calendars,
            MailAddresses addresses,
            MailSettings settings,
            Acting acting) {
        this.preferences = preferences;
        this.calendars = calendars;
        this.addresses = addresses;
        this.settings = settings;
        this.acting = acting;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        draw(PreferenceEntry.of(preferences.mine()), null, model);
        return VIEW;
    }

    @PostMapping(PAGE)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String hour,
            @RequestParam(defaultValue = "") List<String> days,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model,
            RedirectAttributes flash) {
        PreferenceEntry entry = PreferenceEntry.typed(mail, hour, days, from, until);
        if (!entry.isGood()) {
            LOG.info("the settings of notices refused {}", entry.problems().keySet());
            draw(entry, null, model);
            return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        preferences.choose(entry.chosen());
        flash.addFlashAttribute("notice", Notice.done("notices.settings.saved"));
        return new ModelAndView(BACK);
    }

    @PostMapping(PAGE + "/address")
    String confirm(@RequestParam(defaultValue = "") String code, RedirectAttributes flash) {
        String digits = Typing.narrow(code);
        boolean right = digits.matches("\\d{8}") && addresses.confirm(digits);
        flash.addFlashAttribute(
                "notice",
                right ? Notice.done("notices.settings.confirmed") : Notice.caution("notices.settings.problem.code"));
        return BACK;
    }

    /** The address is shown on this answer, and never again; it stands in no address of ours, and in no log. */
    @PostMapping(PAGE + "/calendar")
    String make(Model model) {
        draw(PreferenceEntry.of(preferences.mine()), address(calendars.make()), model);
        return VIEW;
    }

    /** Where nobody has set it, the pages are where the reader is now. */
    private String address(String secret) {
        String path = "/calendar/" + secret + ".ics";
        return settings.knowsPages()
                ? settings.page(path)
                : ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString();
    }

    @PostMapping(PAGE + "/calendar/revocation")
    String revoke(RedirectAttributes flash) {
        calendars.revoke();
        flash.addFlashAttribute("notice", Notice.done("notices.settings.calendar.revoked"));
        return BACK;
    }

    private void draw(PreferenceEntry entry, @Nullable String secret, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("mailOn", settings.on());
        model.addAttribute("address", addresses.of(acting.current().account()).orElse(null));
        model.addAttribute("calendarSince", calendars.mine().orElse(null));
        model.addAttribute("calendarAddress", secret);
        model.addAttribute("here", PAGE);
    }
}
