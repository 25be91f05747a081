package org.tasuki.training.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;

/** What every page of a walkthrough has around it: the way in, the way back up, the other view. */
@Component
class Surroundings {

    private final StepWords words;

    Surroundings(StepWords words) {
        this.words = words;
    }

    /** A process that was left for one that it calls, and the address of the call. */
    public record Up(String process, String step, String address) {}

    void put(Trail trail, String here, String otherView, Model model, Locale language) {
        model.addAttribute("ups", ups(trail, language));
        model.addAttribute("presenter", trail.presenter());
        model.addAttribute("otherView", otherView);
        model.addAttribute("address", here);
    }

    private List<Up> ups(Trail trail, Locale language) {
        return IntStream.range(0, trail.sites().size())
                .mapToObj(level -> {
                    Trail.Site site = trail.sites().get(level);
                    return new Up(
                            words.process(site.process()).in(language),
                            words.step(site.process(), site.step()).in(language),
                            trail.upTo(level).address(site.process(), site.step()));
                })
                .toList();
    }
}
