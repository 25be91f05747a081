package org.tasuki.engine.paths;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tasuki.people.JustSignedIn.justNow;

import jakarta.servlet.http.Cookie;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/** Asks for pages as somebody who is signed in, through the real security; in Japanese, unless another language is named. */
final class Browser {

    private final MockMvcTester pages;
    private final String language;

    Browser(WebApplicationContext house) {
        this(house, "ja");
    }

    Browser(WebApplicationContext house, String language) {
        this.language = language;
        pages = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build());
    }

    MvcTestResult opens(Actor person, String path) {
        return as(person, get(path));
    }

    /** @param fieldsAndValues in turns */
    MvcTestResult sends(Actor person, String path, String... fieldsAndValues) {
        MockHttpServletRequestBuilder form = post(path).with(csrf());
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.param(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return as(person, form);
    }

    /** A form with a file. */
    MvcTestResult uploads(Actor person, String path, MockMultipartFile file, String... fieldsAndValues) {
        MockMultipartHttpServletRequestBuilder form = multipart(path).file(file);
        form.with(csrf());
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.param(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return as(person, form);
    }

    private MvcTestResult as(Actor person, AbstractMockHttpServletRequestBuilder<?> request) {
        Text name = new Text(person.account(), person.account());
        return pages.perform(request.with(justNow(new SignedIn(person, name, name, "-", true)))
                .cookie(new Cookie("tasuki-language", language)));
    }
}
