package org.tasuki.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar says what it is made of, so that whoever hears of a fault can look whether it is in here. */
class BillOfMaterialsTest {

    @Test
    void theLibrariesOfTheServerAreNamedWithTheirVersionsAndThoseOfTheTestsAreNot() throws IOException {
        assertThat(named("application.cdx.json"))
                .anyMatch(purl -> purl.startsWith("pkg:maven/org.flowable/flowable-engine@8."))
                .anyMatch(purl -> purl.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .anyMatch(purl -> purl.startsWith("pkg:maven/com.google.crypto.tink/tink@"))
                .noneMatch(purl -> purl.contains("junit") || purl.contains("com.microsoft.playwright"));
    }

    @Test
    void thePackagesOfThePagesAreNamedToo() throws IOException {
        assertThat(named("frontend.cdx.json"))
                .anyMatch(purl -> purl.startsWith("pkg:npm/htmx.org@"))
                .anyMatch(purl -> purl.startsWith("pkg:npm/bpmn-js@"));
    }

    private static Set<String> named(String bill) throws IOException {
        JsonNode read = JsonMapper.shared().readTree(new ClassPathResource("META-INF/sbom/" + bill).getInputStream());
        assertThat(read.path("bomFormat").asString()).isEqualTo("CycloneDX");
        Set<String> named = new TreeSet<>();
        read.path("components")
                .forEach(component -> named.add(component.path("purl").asString("")));
        return named;
    }
}
