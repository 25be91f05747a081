package org.tasuki.outbox.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.outbox.MailAddresses;
import org.tasuki.outbox.MailSettings;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Where a person's mail goes, which the center's administrator writes down. Who may stands with the other accounts' pages. */
@Controller
class AddressController {

    private final MailAddresses addresses;
    private final MailSettings settings;
    private final Accounts accounts;
    private final Acting acting;

    AddressController(MailAddresses addresses, MailSettings settings, Accounts accounts, Acting acting) {
        this.addresses = addresses;
        this.settings = settings;
        this.accounts = accounts;
        this.acting = acting;
    }

    @GetMapping("/accounts/{id}/mail")
    String page(@PathVariable String id, Locale language, Model model) {
        SignedIn person = theirs(id);
        String address = addresses.of(id).map(MailAddresses.Known::address).orElse("");
        draw(person, address, null, language, model);
        return "outbox/address";
    }

    /** An empty field takes the address away. */
    @PostMapping("/accounts/{id}/mail")
    ModelAndView set(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String address,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        SignedIn person = theirs(id);
        String typed = Typing.narrow(address);
        if (typed.isEmpty()) {
            addresses.remove(id);
            flash.addFlashAttribute("notice", Notice.done("outbox.address.removed"));
        } else if (MailAddresses.wellFormed(typed)) {
            addresses.set(id, center(), typed);
            flash.addFlashAttribute("notice", Notice.done("outbox.address.saved"));
        } else {
            draw(person, Typing.visible(typed), "outbox.problem.address", language, model);
            model.addAttribute("here", "/accounts/" + id + "/mail");
            return new ModelAndView("outbox/address", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/accounts/{id}/mail");
    }

    private void draw(SignedIn person, String address, @Nullable String problem, Locale language, Model model) {
        model.addAttribute("account", person.getUsername());
        model.addAttribute("name", person.nameIn(language));
        model.addAttribute("address", address);
        model.addAttribute("known", addresses.of(person.getUsername()).orElse(null));
        model.addAttribute("problem", problem);
        model.addAttribute("mailOn", settings.on());
    }

    /** Another center's is as if it were not there. */
    private SignedIn theirs(String id) {
        return accounts.around(center()).stream()
                .filter(person -> person.getUsername().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String center() {
        @Nullable String center = acting.current().center();
        return Objects.requireNonNull(center, "an administrator without a center");
    }
}
