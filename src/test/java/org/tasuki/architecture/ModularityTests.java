package org.tasuki.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;
import org.tasuki.TasukiApplication;

class ModularityTests {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final String BEGIN = "<!-- modules: written by ModularityTests -->\n";
    private static final String END = "<!-- modules: end -->";

    private final ApplicationModules house = ApplicationModules.of(TasukiApplication.class);

    @Test
    void arrowsPointDownOnly() {
        house.verify();
    }

    @Test
    void theDiagramInTheDocumentsIsTheHouseAsItStands() throws IOException {
        new Documenter(house).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
        String page = Files.readString(PAGE);
        String drawn = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        Path asItStands = Files.writeString(Path.of("target/modules.md"), diagram());
        assertThat(drawn)
                .as("docs/architecture.md draws another house: put %s between its two marks", asItStands)
                .isEqualTo(diagram());
    }

    private String diagram() {
        return Stream.of(
                        Stream.of("```mermaid", "flowchart TD"),
                        modules().stream().map(module -> "  %s[%s]".formatted(name(module), module.getDisplayName())),
                        modules().stream().flatMap(this::arrows),
                        Stream.of("```"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** An arrow that follows from two others is left out: the picture shows the floors. */
    private Stream<String> arrows(ApplicationModule module) {
        Set<String> direct = uses(module);
        return direct.stream()
                .filter(target -> direct.stream().noneMatch(other -> !other.equals(target) && reaches(other, target)))
                .map(target -> "  %s --> %s".formatted(name(module), target));
    }

    private boolean reaches(String from, String to) {
        Set<String> next = uses(house.getModuleByName(from).orElseThrow());
        return next.contains(to) || next.stream().anyMatch(between -> reaches(between, to));
    }

    private Set<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(house).stream()
                .filter(dependency -> dependency.getDependencyType() != DependencyType.EVENT_LISTENER)
                .map(dependency -> name(dependency.getTargetModule()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<ApplicationModule> modules() {
        return house.stream()
                .sorted((one, other) -> name(one).compareTo(name(other)))
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
