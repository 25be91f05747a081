package org.tasuki.engine.paths;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.tasuki.people.JustSignedIn.justNow;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;
import org.tasuki.web.Notice;

/** Every address, asked for by every role and by nobody, answers as {@code access.txt} says; and as every page should. */
@StoryTest
@Import(EveryThing.class)
class EveryEndpointTests {

    @Autowired
    private EveryThing things;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private MockMvc pages;

    @BeforeEach
    void open() {
        things.makeThemOnce();
        pages = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
    }

    @Test
    void theTableNamesEveryAddressAndNoOther() {
        Set<String> named = AccessTable.lines().stream()
                .map(AccessTable.Line::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(mapped());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyIsAnsweredAsTheTableSays(AccessTable.Line line) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (String role : line.answers().keySet()) {
            answers.put(role, answer(ask(line, role, true)));
        }
        assertThat(answers).isEqualTo(new TreeMap<>(line.answers()));
    }

    /** Whoever is refused a page has left an entry: the room's own, or the door's. */
    @ParameterizedTest
    @MethodSource("refusals")
    void eachRefusalIsInTheTrail(AccessTable.Line line) throws Exception {
        for (String role : line.answers().keySet()) {
            if (line.answers().get(role).equals("no")) {
                int before = refusalsOf(role);
                ask(line, role, true);
                assertThat(refusalsOf(role)).as(role).isEqualTo(before + 1);
            }
        }
    }

    private int refusalsOf(String role) {
        return database.asSuperuser()
                .sql("select count(*) from audit_entry where act = 'access-refused' and actor = ?")
                .param(things.person(role).account())
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void nothingIsDoneWithoutTheSessionsToken(AccessTable.Line line) throws Exception {
        MockHttpServletResponse response = ask(line, line.somebody(), false).getResponse();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyAnswerTellsTheBrowserWhatItMayDo(AccessTable.Line line) throws Exception {
        MockHttpServletResponse response = ask(line, line.somebody(), true).getResponse();
        Map<String, String> directives = directives(String.valueOf(response.getHeader("Content-Security-Policy")));
        assertThat(directives)
                .containsEntry("object-src", "'none'")
                .containsEntry("base-uri", "'none'")
                .containsEntry("frame-ancestors", "'none'");
        assertThat(List.of("default-src", "form-action"))
                .allSatisfy(name -> assertThat(directives.get(name)).as(name).isIn("'self'", "'none'"));
        assertThat(directives)
                .allSatisfy((name, sources) ->
                        assertThat(sources).as(name).doesNotContain("unsafe", "*", "http:", "https:"));
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getHeader("Referrer-Policy")).isIn("no-referrer", "same-origin");
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    static Stream<Arguments> lines() {
        return AccessTable.lines().stream()
                .filter(line -> !line.answers().isEmpty())
                .map(line -> arguments(line));
    }

    /** Proving again who one is, where nobody asked for it, is no page of somebody else's. */
    static Stream<Arguments> refusals() {
        return AccessTable.lines().stream()
                .filter(line -> line.answers().containsValue("no"))
                .filter(line -> !line.address().equals("/sign-in/again"))
                .map(line -> arguments(line));
    }

    static Stream<Arguments> posts() {
        return lines().filter(
                        line -> ((AccessTable.Line) line.get()[0]).method().equals("POST"));
    }

    /** What a POST does is undone, so that the next asks for the same. */
    private MvcResult ask(AccessTable.Line line, String role, boolean withToken) throws Exception {
        MockHttpServletRequestBuilder request = things.request(line);
        if (withToken) {
            request.with(csrf());
        }
        Actor person = things.person(role);
        if (!role.equals(AccessTable.ANONYMOUS)) {
            Text name = new Text(role, role);
            request.with(justNow(new SignedIn(person, name, name, "-", true)));
        }
        if (!line.method().equals("POST")) {
            return pages.perform(request).andReturn();
        }
        return acting.as(
                person,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    try {
                        return pages.perform(request).andReturn();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }));
    }

    private static String answer(MvcResult result) {
        MockHttpServletResponse response = result.getResponse();
        FlashMap flash = result.getFlashMap();
        boolean caution =
                flash != null && flash.get("notice") instanceof Notice notice && notice.tone() == Notice.Tone.CAUTION;
        boolean toSignIn = requireNonNullElse(response.getRedirectedUrl(), "").startsWith("/sign-in");
        return switch (response.getStatus()) {
            case 200, 204, 422 -> "yes";
            case 302 -> toSignIn ? "sign-in" : caution ? "told" : "yes";
            case 401 -> "sign-in";
            case 403 -> "no";
            case 404 -> "gone";
            case 409 -> "told";
            case 500 -> "error";
            default -> "status " + response.getStatus();
        };
    }

    private static Map<String, String> directives(String policy) {
        return Arrays.stream(policy.split(";"))
                .map(directive -> (directive.strip() + " ").split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip()));
    }

    /** What answers here and now, and what only another profile's controllers would add. */
    private Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        house.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> mapped.addAll(endpoints(info)));
        controllersOfTheDemo().forEach(type -> mapped.addAll(endpoints(type)));
        return mapped;
    }

    private static Set<String> endpoints(RequestMappingInfo info) {
        Set<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? Set.of("ANY") : methods).stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    private static Stream<Class<?>> controllersOfTheDemo() {
        StandardEnvironment demo = new StandardEnvironment();
        demo.setActiveProfiles("demo");
        var scanner = new ClassPathScanningCandidateComponentProvider(false, demo);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("org.tasuki").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(type -> type.isAnnotationPresent(Profile.class));
    }

    private static Set<String> endpoints(Class<?> controller) {
        return MethodIntrospector.selectMethods(
                        controller,
                        (Method method) -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .values()
                .stream()
                .flatMap(mapping -> Arrays.stream(mapping.path())
                        .flatMap(path -> Arrays.stream(mapping.method()).map(method -> method + " " + path)))
                .collect(Collectors.toSet());
    }
}
