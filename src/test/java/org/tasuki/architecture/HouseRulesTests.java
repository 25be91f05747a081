package org.tasuki.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rules of docs/architecture.md that a machine can hold. */
@AnalyzeClasses(packages = "org.tasuki", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTests {

    private static final Set<String> CLOCKS = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());

    /** Rule 1: whoever moves the engine joins a transaction that others began, so that a step is one. */
    @ArchTest
    static final ArchRule whoeverMovesTheEngineJoinsATransaction =
            classes().that(moveTheEngine()).should().beAnnotatedWith(mandatory());

    /** Rule 2: the engine room knows nothing of the case tables, so nothing personal can get into the engine. */
    @ArchTest
    static final ArchRule theEngineRoomKnowsNoCaseFile = noClasses()
            .that()
            .resideInAPackage("org.tasuki.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tasuki.casefile..", "org.tasuki.intake..", "org.tasuki.referral..", "org.tasuki.inbox..");

    /** Rule 3: the engine is nobody else's. */
    @ArchTest
    static final ArchRule onlyTheEngineRoomImportsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.tasuki.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flowable..");

    /** Rule 7: no time without a clock. */
    @ArchTest
    static final ArchRule nobodyAsksForTheTimeWithoutAClock = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("now"))
                    .and(target(owner(timeOfDay())))
                    .and(target(rawParameterTypes(new Class<?>[0]))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule theSystemClockIsMadeInOnePlace = noClasses()
            .that()
            .haveSimpleNameNotContaining("SystemClock")
            .should()
            .callMethodWhere(target(owner(
                            DescribedPredicate.describe("Clock", (JavaClass type) -> type.isEquivalentTo(Clock.class))))
                    .and(target(nameMatching("system.*"))));

    @ArchTest
    static final ArchRule controllersAreNobodysBusiness =
            classes().that().areAnnotatedWith(Controller.class).should().notBePublic();

    @ArchTest
    static final ArchRule controllersBeginNoTransactionOfTheirOwn = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    private static DescribedPredicate<JavaClass> moveTheEngine() {
        return DescribedPredicate.describe(
                "move cases through the engine", type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .anyMatch(used ->
                                used.isEquivalentTo(RuntimeService.class) || used.isEquivalentTo(TaskService.class)));
    }

    private static DescribedPredicate<JavaClass> timeOfDay() {
        return DescribedPredicate.describe("a type that can read the time", type -> CLOCKS.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAnnotation<?>> mandatory() {
        return DescribedPredicate.describe(
                "@Transactional(MANDATORY)",
                annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                        && annotation
                                .get("propagation")
                                .map(value -> value.toString().contains(Propagation.MANDATORY.name()))
                                .orElse(false));
    }
}
