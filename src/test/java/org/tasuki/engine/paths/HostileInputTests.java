package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.tasuki.people.JustSignedIn.justNow;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;
import org.tasuki.web.Notice;

/**
 * What nobody types, at every address that takes a form: it is refused in words or kept as it is, it breaks nothing, does nothing
 * to anybody else's, and does not get into the log.
 */
@StoryTest
@Import(EveryThing.class)
@ExtendWith(OutputCaptureExtension.class)
class HostileInputTests {

    /** Stands in each of them, so that it can be looked for. */
    private static final String MARK = "縄文夜光虫";

    private static final Map<String, String> HOSTILE = hostile();

    private static final List<String> FORGED_IDS = List.of(
            "-1",
            "99999999999999999999999",
            "1%27%20or%201=1--" + encoded(MARK),
            "a%0Ab%E2%80%AE" + encoded(MARK),
            "ST-2026-99999",
            "FA-2026-00001",
            "far-task",
            "00000000-0000-0000-0000-00000000dead",
            "x".repeat(5000));

    /** Forms with fields of their own, as far as these are not named by the method. */
    private static final List<String> FIELDS = List.of(
            "childName",
            "childKana",
            "childBirth",
            "childAge",
            "notifierName",
            "notifierContact",
            "narrative",
            "receivedAt",
            "safety",
            "family[0].name",
            "family[9999].name",
            "ja",
            "en",
            "account",
            "password",
            "current",
            "kind",
            "roles",
            "agency",
            "part-1",
            "decision-1",
            "_version",
            "_late");

    @Autowired
    private EveryThing things;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private CaseFiles files;

    private MockMvc pages;

    private static Map<String, String> hostile() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "written oddly",
                MARK + "\u202E\u2066txt.exe\u2069\u200F\u200B\u200D\uFEFF Yаmаdа 👨‍👩‍👧‍👦\uD83D\uDE00\uE000");
        all.put("patterns", MARK + "%_\\%' \" ; -- /* */ $$ {} \\u0000 ${7*7} #{7*7} [[${7*7}]] <b>&amp;");
        all.put("nothing", MARK + "\u0000end");
        all.put("control characters", MARK + "\u0001\u001B[31m\r\nX-Forged: 1\u0085\u2028\u007F");
        all.put("marks upon marks", MARK + "\u304B" + "\u3099\u0301".repeat(2000));
        all.put("half a character, and none", MARK + "\uD800x\uDC00\uFFFF\uFFFE\uDBFF\uDFFF");
        all.put("very long", MARK + "あ".repeat(50_000));
        return all;
    }

    @BeforeEach
    void open() {
        things.makeThemOnce();
        pages = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @MethodSource("posts")
    void noFieldOfAFormBreaksAnything(AccessTable.Line line, CapturedOutput said) throws Exception {
        Set<String> fields = fields(line);
        Map<String, Integer> broken = new TreeMap<>();
        for (Map.Entry<String, String> hostile : HOSTILE.entrySet()) {
            MockHttpServletRequestBuilder request = things.request(line);
            fields.forEach(field -> request.param(field, hostile.getValue()));
            int status = status(line, request);
            if (status >= 500) {
                broken.put(hostile.getKey(), status);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(said.getAll()).doesNotContain(MARK);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aFieldThatIsSentTwiceOrBesideTheFormBreaksNothing(AccessTable.Line line) throws Exception {
        MockHttpServletRequestBuilder twice = things.request(line);
        fields(line).forEach(field -> twice.param(field, "a", "b"));
        assertThat(status(line, twice)).isLessThan(500);
        assertThat(status(line, things.request(line).queryParam("q", "beside"))).isIn(400, 403, 404);
    }

    @Test
    void aFieldThatIsAskedForOnceIsRefusedTwice() throws Exception {
        MvcResult answer = pages.perform(
                        by("officer", MockMvcRequestBuilders.post("/search")).param("q", "one", "two"))
                .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(pages.perform(by("auditor", MockMvcRequestBuilders.get("/audit"))
                                .param("person", "one", "two"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    /** Another's, one that is none, one that is not even a number: whatever stands in the address, nothing is done. */
    @ParameterizedTest
    @MethodSource("postsAboutSomething")
    void noForgedIdDoesAnything(AccessTable.Line line, CapturedOutput said) throws Exception {
        Map<String, String> done = new TreeMap<>();
        for (String forged : FORGED_IDS) {
            for (String address : forgedAddresses(line, forged)) {
                MvcResult answer = answer(line, MockMvcRequestBuilders.post(URI.create(address)));
                if (!isRefusal(answer)) {
                    done.put(address, "" + answer.getResponse().getStatus());
                }
            }
        }
        assertThat(done).isEmpty();
        assertThat(said.getAll()).doesNotContain(MARK);
    }

    /** The own case's number before the id of another case's paper, request or file. */
    @Test
    void whatBelongsToAnotherCaseIsNotThereUnderTheOwnNumber() throws Exception {
        Story other = stories.accepted();
        String own = "/cases/" + other.number();
        for (AccessTable.Line line : AccessTable.lines()) {
            boolean deeper = line.address().matches("/cases/\\{number}/[a-z]+/\\{[a-z]+}(/.*)?");
            if (deeper && line.thing().equals("own")) {
                String theirs = address(things.request(line));
                String moved = own + theirs.replaceFirst("/cases/[^/]+", "");
                MockHttpServletRequestBuilder request = line.method().equals("POST")
                        ? MockMvcRequestBuilders.post(moved)
                        : MockMvcRequestBuilders.get(moved);
                assertThat(answer(line, request).getResponse().getStatus())
                        .as(moved)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aTaskThatIsDoneIsNotDoneAgainByTheSameForm() throws Exception {
        Story story = stories.begin();
        Story.Step reception = story.at("reception");
        Map<String, List<String>> typed = reception.typed();
        String completion = "/tasks/" + reception.item().taskId() + "/completion";
        stories.acting().as(office.at("reception"), () -> stories.desk()
                .claim(reception.item().taskId()));
        assertThat(sends("reception", completion, typed).getResponse().getStatus())
                .isEqualTo(302);
        List<String> steps = story.steps();
        for (int i = 0; i < 3; i++) {
            assertThat(isRefusal(sends("reception", completion, typed))).isTrue();
        }
        assertThat(story.steps()).isEqualTo(steps);
        assertThat(files(story)).extracting(CaseFile::number).containsExactly(story.number());
    }

    /** A name is what people write it to be; what is no writing at all is said to be none. */
    @Test
    void whatIsKeptOfAHostileNameIsFoundAgainAndShownAsText() throws Exception {
        for (String name : List.of("鵜飼 \uD842\uDFB7野", "O’Neill % _ \\", "<b>&amp;${7331*7333}")) {
            Story story = stories.begin().at("reception").answers("childName", name);
            String page = opens("supervisor", "/cases/" + story.number());
            assertThat(page).doesNotContain("<b>&amp;$", "53758223");
            assertThat(acting.as(office.at("supervisor"), () -> files.search(name, 50)))
                    .extracting(CaseFile::number)
                    .contains(story.number());
        }
    }

    /** SQL's own characters in a search find themselves, and not everything. */
    @Test
    void patternCharactersFindThemselvesOnly() {
        Story plain = stories.begin().at("reception").answers("childName", "狩野 もも");
        Story marked = stories.begin().at("reception").answers("childName", "狩野 100%_もも");
        for (String pattern : List.of("狩野%もも", "狩_", "%%", "__", "狩野\\", "' or '1'='1", "狩野' --", "狩*")) {
            assertThat(acting.as(office.at("supervisor"), () -> files.search(pattern, 50)))
                    .as(pattern)
                    .extracting(CaseFile::number)
                    .doesNotContain(plain.number());
        }
        assertThat(acting.as(office.at("supervisor"), () -> files.search("狩野 100%", 50)))
                .extracting(CaseFile::number)
                .containsExactly(marked.number());
    }

    @Test
    void hostileNamesOfFilesAreRefusedOrCleaned() throws Exception {
        String address = "/cases/" + stories.accepted().number() + "/files";
        Browser browser = new Browser(house);
        for (String name : HOSTILE.values()) {
            MockMultipartFile file = new MockMultipartFile(
                    "file", name + ".txt", "text/plain", "paper".getBytes(StandardCharsets.UTF_8));
            assertThat(browser.uploads(office.at("officer"), address, file, "title", name, "kind", "other")
                            .getResponse()
                            .getStatus())
                    .isIn(302, 422);
        }
        String list = opens("officer", address.replace("/files", "/documents"));
        assertThat(list).doesNotContain("\u202E", "\u0000", "\u001B", "\u2028");
    }

    /** The people of the stories have no passwords that could be compared. */
    static Stream<Arguments> posts() {
        return AccessTable.lines().stream()
                .filter(line -> line.method().equals("POST") && !line.answers().isEmpty())
                .filter(line -> !line.address().equals("/account/password"))
                .filter(line -> !line.thing().equals("foreign"))
                .map(line -> arguments(line));
    }

    /** The id of a new consultation's draft is the browser's own to choose; a passkey that is not there is removed in vain. */
    static Stream<Arguments> postsAboutSomething() {
        return posts().filter(arguments -> {
            String address = ((AccessTable.Line) arguments.get()[0]).address();
            return address.contains("{")
                    && !address.startsWith("/consultations/drafts")
                    && !address.startsWith("/account/factors/passkeys");
        });
    }

    /** One part of the address after another is forged, the others stay right. */
    private List<String> forgedAddresses(AccessTable.Line line, String forged) {
        String[] pattern = line.address().split("/");
        String[] right = address(things.request(line)).split("/");
        return Stream.iterate(1, i -> i + 1)
                .limit(pattern.length - 1)
                .filter(i -> pattern[i].startsWith("{"))
                .map(i -> {
                    String[] parts = right.clone();
                    parts[i] = forged;
                    return String.join("/", parts);
                })
                .toList();
    }

    private String address(MockHttpServletRequestBuilder request) {
        return String.valueOf(request.buildRequest(house.getServletContext()).getRequestURI());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isRefusal(MvcResult answer) {
        FlashMap flash = answer.getFlashMap();
        boolean caution =
                flash != null && flash.get("notice") instanceof Notice notice && notice.tone() == Notice.Tone.CAUTION;
        int status = answer.getResponse().getStatus();
        return status == 302 ? caution : status >= 400 && status < 500;
    }

    /** What the method behind an address asks for, and what a form may bring along. */
    private Set<String> fields(AccessTable.Line line) throws Exception {
        MockHttpServletRequest request = things.request(line).buildRequest(house.getServletContext());
        HandlerExecutionChain chain = requestMappingHandlerMapping.getHandler(request);
        Set<String> fields = new TreeSet<>();
        if (chain != null && chain.getHandler() instanceof HandlerMethod method) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                if (asked != null && ClassUtils.isAssignable(Map.class, parameter.getParameterType())) {
                    fields.addAll(FIELDS);
                } else if (asked != null) {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    fields.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
                }
            }
        }
        fields.removeAll(Set.of("language", "tab", "version"));
        return fields.isEmpty() ? Set.of("nobody-asked") : fields;
    }

    private int status(AccessTable.Line line, MockHttpServletRequestBuilder request) throws Exception {
        return answer(line, request).getResponse().getStatus();
    }

    /** As somebody whom the line lets in; what is done is undone. */
    private MvcResult answer(AccessTable.Line line, MockHttpServletRequestBuilder request) throws Exception {
        String role = line.somebody();
        Actor person = things.person(role);
        return acting.as(
                person,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    try {
                        return pages.perform(by(role, request)).andReturn();
                    } catch (Exception failed) {
                        throw new AssertionError(
                                line + " broke: " + failed.getClass().getSimpleName(), failed);
                    }
                }));
    }

    private MockHttpServletRequestBuilder by(String role, MockHttpServletRequestBuilder request) {
        Actor person = things.person(role);
        Text name = new Text(role, role);
        return request.with(csrf()).with(justNow(new SignedIn(person, name, name, "-", true)));
    }

    private MvcResult sends(String desk, String path, Map<String, List<String>> typed) throws Exception {
        MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post(path);
        typed.forEach((field, values) -> form.param(field, values.toArray(String[]::new)));
        return pages.perform(by(desk, form)).andReturn();
    }

    private String opens(String role, String path) {
        MockHttpServletResponse page =
                new Browser(house).opens(office.at(role), path).getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        return new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<CaseFile> files(Story story) {
        return acting.as(
                office.at("supervisor"), () -> files.search(story.number().value(), 5));
    }
}
