package org.tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Changes the language in place: the same page comes back in the other one. */
@Controller
class LanguageSwitch {

    private final LocaleResolver locales;
    private final ObjectProvider<LanguageMemory> memory;

    LanguageSwitch(LocaleResolver locales, ObjectProvider<LanguageMemory> memory) {
        this.locales = locales;
        this.memory = memory;
    }

    @PostMapping("/language")
    RedirectView change(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            @Nullable Principal principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale chosen = Languages.of(language);
        locales.setLocale(request, response, chosen);
        if (principal != null) {
            memory.ifAvailable(kept -> kept.remember(principal.getName(), chosen));
        }
        RedirectView sameAgain = new RedirectView(LocalPath.orHome(back), true);
        sameAgain.setExpandUriTemplateVariables(false);
        return sameAgain;
    }
}
