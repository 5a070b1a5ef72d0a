package dev.crmmigration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.crmmigration.architecture.ProjectClasses.BASE;
import static dev.crmmigration.architecture.ProjectClasses.ENGINE_FACADE;
import static dev.crmmigration.architecture.ProjectClasses.EXAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What holds in every module alike. */
@AnalyzeClasses(packages = BASE, importOptions = ProjectClasses.class)
class HouseRulesTest {

    /** Raise it as the project grows: an import that lost a module would pass all other rules. */
    private static final int FEWEST_CLASSES = 450;

    private static final Set<String> MODULES = Set.of(
            "api",
            "engine",
            "toolkit.codec",
            "toolkit.destination",
            "toolkit.http",
            "testkit.contract",
            "testkit.reference",
            "testkit.simulator",
            "testkit.openapi",
            "connector.kartra",
            "connector.profi",
            "connector.thepractice",
            "connector.nextcrm",
            "connector.pipedrive",
            "connector.pipedrive.simulator",
            "connector.freshsales",
            "connector.freshsales.simulator",
            "examples.quickstart",
            "examples.cli",
            "examples.embedding",
            "examples.benchmarks");

    @ArchTest
    static void allModulesWereImported(JavaClasses imported) {
        assertThat(imported).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(imported.containPackage(BASE + "." + module))
                        .as("classes of %s", module)
                        .isTrue());
    }

    @ArchTest
    static void packagesAreNullMarked(JavaClasses imported) {
        Set<String> unmarked = imported.stream()
                .map(JavaClass::getPackage)
                .filter(home -> !home.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());

        assertThat(unmarked)
                .as("packages without @NullMarked in a package-info.java")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyHold = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..commons..",
                    "..helper..",
                    "..helpers..",
                    "..misc..",
                    "..impl..")
            .because("such a name says nothing about its content");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(packages()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule streamsBelongToTheHost = noClasses()
            .that()
            .resideOutsideOfPackage(EXAMPLES)
            .should(ACCESS_STANDARD_STREAMS)
            .because("the host decides where text goes; log, or tell the listener");

    @ArchTest
    static final ArchRule theProcessBelongsToTheHost = noClasses()
            .that()
            .resideOutsideOfPackage(EXAMPLES)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .callMethod(Runtime.class, "addShutdownHook", Thread.class);

    @ArchTest
    static final ArchRule throwablesAreNamedException = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .should()
            .haveSimpleNameEndingWith("Exception")
            .allowEmptyShould(true);

    /** The engine's facade is left out: it opens the internals, and they return its reports. */
    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                return name.equals(ENGINE_FACADE) ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }
}
