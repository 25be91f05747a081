package org.tasuki.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.env.Environment;

/** The office's people, each in a browser window of their own, on the server that the tests share. */
@TestConfiguration(proxyBeanMethods = false)
class Office implements AutoCloseable {

    private final Supplier<String> address;
    private final List<Browsers> open = new ArrayList<>();

    Office(Environment settings) {
        // The port is chosen when the server starts, after this bean is made.
        this.address = () -> "http://127.0.0.1:" + settings.getRequiredProperty("local.server.port");
    }

    /** Somebody who has signed in, and works in this language. */
    Person person(String account, Locale language) {
        return person(browsers().person(language), account, language);
    }

    Person withoutJavaScript(String account, Locale language) {
        return person(browsers().withoutJavaScript(language), account, language);
    }

    /** Somebody with a telephone in one hand. */
    Person atTheDoor(String account, Locale language, int width, int height) {
        return person(browsers().telephone(language, width, height), account, language);
    }

    String address(String path) {
        return address.get() + path;
    }

    /** Nobody yet: the sign-in page. */
    Person stranger(Locale language) {
        return new Person(window(browsers().person(language)), language);
    }

    private Person person(BrowserContext context, String account, Locale language) {
        Person person = new Person(window(context), language);
        person.signIn(account);
        person.read(language);
        return person;
    }

    private Page window(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address.get() + "/sign-in");
        return page;
    }

    private Browsers browsers() {
        if (open.isEmpty()) {
            open.add(Browsers.open());
        }
        return open.get(0);
    }

    @Override
    public void close() {
        open.forEach(Browsers::close);
    }
}
