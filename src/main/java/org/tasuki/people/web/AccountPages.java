package org.tasuki.people.web;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.people.Accounts;
import org.tasuki.people.PasswordCodes;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;

/** Accounts as the administrator's templates draw them: who there is, and one of them. */
@Component
class AccountPages {

    /** Of a hundred accounts a page shows some, and the search the one that is looked for. */
    private static final int PAGE = 50;

    private static final int LONGEST_SEARCH = 100;

    private final Accounts accounts;
    private final PasswordCodes codes;
    private final ProviderAccounts links;
    private final SecondFactors factors;
    private final OwnSessions sessions;
    private final RoleNames roles;
    private final TheirAccounts theirs;
    private final DirectoryPages directory;

    AccountPages(
            Accounts accounts,
            PasswordCodes codes,
            ProviderAccounts links,
            SecondFactors factors,
            OwnSessions sessions,
            RoleNames roles,
            TheirAccounts theirs,
            DirectoryPages directory) {
        this.accounts = accounts;
        this.codes = codes;
        this.links = links;
        this.factors = factors;
        this.sessions = sessions;
        this.roles = roles;
        this.theirs = theirs;
        this.directory = directory;
    }

    record Person(
            String id, String name, String duty, String place, boolean open, boolean secondFactor, boolean waiting) {}

    record Place(String key, String name, String kind) {}

    /** The center's people first, then the agencies'; closed accounts last. */
    void list(String asked, int page, Locale language, Model model) {
        String looked = asked.substring(0, Math.min(LONGEST_SEARCH, asked.length()));
        List<SignedIn> found = accounts.around(theirs.center()).stream()
                .filter(person -> isMeant(person, plain(looked)))
                .sorted(Comparator.comparing(SignedIn::enabled).reversed())
                .toList();
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        model.addAttribute("q", looked);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("total", found.size());
        model.addAttribute(
                "people", people(found.stream().skip((shown - 1L) * PAGE).limit(PAGE), language));
        model.addAttribute(
                "agencies",
                directory.agencies().stream()
                        .map(agency ->
                                new Place(agency.key(), agency.name().in(language), roles.of(agency.kind(), language)))
                        .toList());
    }

    private List<Person> people(Stream<SignedIn> found, Locale language) {
        Set<String> secured = factors.holders();
        Set<String> waiting = codes.waiting();
        return found.map(person -> new Person(
                        person.getUsername(),
                        person.nameIn(language),
                        roles.of(person.roles(), language),
                        person.place().in(language),
                        person.enabled(),
                        secured.contains(person.getUsername()),
                        waiting.contains(person.getUsername())))
                .toList();
    }

    private static boolean isMeant(SignedIn person, String looked) {
        return Stream.of(person.getUsername(), person.name().ja(), person.name().en())
                .map(AccountPages::plain)
                .anyMatch(name -> name.contains(looked));
    }

    /** Names are written with a blank, without one, and in full width. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    void one(SignedIn person, Locale language, Model model) {
        String id = person.getUsername();
        model.addAttribute("person", people(Stream.of(person), language).get(0));
        model.addAttribute("self", theirs.isMine(id));
        model.addAttribute("outside", person.actor().agency() != null);
        model.addAttribute("linked", links.linked().contains(id));
        model.addAttribute("signedIn", sessions.count(Set.of(id)));
        model.addAttribute("codeUntil", codes.goodUntil(id).orElse(null));
    }
}
