package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.ProviderRefused.Why;
import org.tasuki.people.Role;
import org.tasuki.people.factors.Passkeys;

/** The way in, and on to where each role begins its day. */
@Controller
class SignInController {

    private final ObjectProvider<DemoAccounts> demo;
    private final Passkeys passkeys;
    private final ObjectProvider<ProviderSignIn> provider;
    private final Acting acting;

    SignInController(
            ObjectProvider<DemoAccounts> demo,
            Passkeys passkeys,
            ObjectProvider<ProviderSignIn> provider,
            Acting acting) {
        this.demo = demo;
        this.passkeys = passkeys;
        this.provider = provider;
        this.acting = acting;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(name = "provider", required = false) @Nullable String refused,
            @Nullable Principal already,
            Locale language,
            HttpServletRequest request,
            Model model) {
        if (already != null) {
            return "redirect:/";
        }
        PasskeyController.ask(passkeys, request, model);
        provider.ifAvailable(found -> model.addAttribute("byProvider", IdentityProvider.START));
        Arrays.stream(Why.values())
                .filter(why -> why.key().equals(refused))
                .forEach(why -> model.addAttribute("refused", "people.signIn.provider." + why.key()));
        demo.ifAvailable(known -> {
            model.addAttribute("demoPassword", known.password());
            model.addAttribute("demoAccounts", known.in(language));
        });
        return "people/sign-in";
    }

    @GetMapping("/")
    String home() {
        Actor me = acting.current();
        return me.has(Role.ADMIN) && me.desks().isEmpty()
                ? "redirect:/accounts"
                : me.has(Role.TRAINER) && me.desks().isEmpty() ? "redirect:/training" : "redirect:/inbox";
    }
}
