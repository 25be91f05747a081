package org.tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** Draws every page with a sample in both languages. The pages are left under target/preview, to be looked at. */
@SpringBootTest(
        classes = PagesTest.Pages.class,
        properties = "spring.web.resources.chain.strategy.content.enabled=false")
@AutoConfigureMockMvc(addFilters = false)
class PagesTest {

    private static final Path PREVIEW = Path.of("target/preview");
    private static final Pattern INLINE = Pattern.compile("<[^>]+\\s(style|on\\w+)=|<style|<script>|javascript:");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");

    @Autowired
    private MockMvc pages;

    @ParameterizedTest
    @MethodSource("samplesInBothLanguages")
    void aPageIsCompleteAndKeepsTheRules(String sample, Locale locale) throws Exception {
        String html = draw(sample, locale);
        assertThat(html).doesNotContain("??").doesNotContainPattern(INLINE);
        assertThat(html.split("<h1", -1)).as("one heading of the page").hasSize(2);
        assertThat(html)
                .contains("<html lang=\"" + locale.getLanguage() + "\"")
                .contains("<main id=\"content\" tabindex=\"-1\"");
        assertThat(TITLE.matcher(html).results()).singleElement().satisfies(title -> assertThat(title.group(1))
                .as("no child in the title")
                .doesNotContain("佐藤"));
    }

    /** Maven leaves every file of that name out of a jar, whatever it is: a page would be there in the tests alone. */
    @Test
    void noTemplateIsCalledPackage() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("package.html");
        }
    }

    private String draw(String sample, Locale locale) throws Exception {
        Principal officer = () -> "officer";
        String html = pages.perform(get("/preview/" + sample)
                        .principal(officer)
                        .cookie(new Cookie("tasuki-language", locale.getLanguage())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Files.createDirectories(PREVIEW);
        Files.writeString(PREVIEW.resolve(sample + "-" + locale.getLanguage() + ".html"), html);
        return html;
    }

    static Stream<Arguments> samplesInBothLanguages() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:preview/*.yaml"))
                .map(file -> String.valueOf(file.getFilename()).replace(".yaml", ""))
                .flatMap(name -> Stream.of(Locale.JAPANESE, Locale.ENGLISH).map(locale -> Arguments.of(name, locale)));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    static class Pages {

        @Bean
        @Order(1)
        NavigationEntry inbox() {
            return new NavigationEntry("/inbox", "inbox.title", Set.of());
        }

        @Bean
        @Order(2)
        NavigationEntry newConsultation() {
            return new NavigationEntry("/consultations/new", "intake.new.title", Set.of("officer"));
        }

        @Bean
        Visitors visitors() {
            return (principal, language) -> Languages.isEnglish(language)
                    ? new Visitor(
                            "Suzuki Misaki", "Child welfare officer", "Yokosuka center", true, false, Set.of("officer"))
                    : new Visitor("鈴木 美咲", "児童福祉司", "横須賀市児童相談所", true, false, Set.of("officer"));
        }
    }

    @RestController
    static class Samples {

        @GetMapping("/preview/{sample}")
        ModelAndView show(@PathVariable String sample, Locale locale) throws IOException {
            PageSample page = PageSample.read(sample, locale);
            return new ModelAndView(page.view(), page.model());
        }
    }
}
