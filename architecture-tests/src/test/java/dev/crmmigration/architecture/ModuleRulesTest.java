package dev.crmmigration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.crmmigration.architecture.ProjectClasses.API;
import static dev.crmmigration.architecture.ProjectClasses.BASE;
import static dev.crmmigration.architecture.ProjectClasses.CONNECTORS;
import static dev.crmmigration.architecture.ProjectClasses.ENGINE;
import static dev.crmmigration.architecture.ProjectClasses.ENGINE_FACADE;
import static dev.crmmigration.architecture.ProjectClasses.EXAMPLES;
import static dev.crmmigration.architecture.ProjectClasses.SIMULATORS;
import static dev.crmmigration.architecture.ProjectClasses.TESTKIT;
import static dev.crmmigration.architecture.ProjectClasses.TESTKIT_BUNDLE;
import static dev.crmmigration.architecture.ProjectClasses.TESTKIT_CONTRACT;
import static dev.crmmigration.architecture.ProjectClasses.TESTKIT_OPENAPI;
import static dev.crmmigration.architecture.ProjectClasses.TESTKIT_SIMULATOR;
import static dev.crmmigration.architecture.ProjectClasses.TOOLKIT;
import static dev.crmmigration.architecture.Signatures.notExposeTypesOf;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each module may know: the arrows of the design. */
@AnalyzeClasses(packages = BASE, importOptions = ProjectClasses.class)
class ModuleRulesTest {

    private static final String JDK = "java..";
    private static final String JDK_HTTP_SERVER = "com.sun.net.httpserver..";
    private static final String JDK_NET = "javax.net..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String SCHEMA_VALIDATOR = "com.networknt..";
    private static final String JSPECIFY = "org.jspecify..";
    private static final String[] HTTP_CLIENT = {"okhttp3..", "okio..", "kotlin..", "mockwebserver3.."};
    private static final String[] TEST_LIBRARIES = {
        "org.junit..", "org.opentest4j..", "org.assertj..", "mockwebserver3..", TESTKIT_CONTRACT
    };

    @ArchTest
    static final ArchRule apiKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(API, JDK, "javax.net.ssl..", JSPECIFY)
            .because("every dependency of the API is forced on connectors and applications");

    @ArchTest
    static final ArchRule engineKnowsNoPlatform = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTORS, TOOLKIT, TESTKIT, EXAMPLES)
            .because("what is true of one platform belongs to its connector");

    @ArchTest
    static final ArchRule engineSpeaksNoHttp = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP_CLIENT)
            .because("connectors make the calls");

    @ArchTest
    static final ArchRule toolkitKnowsTheApiOnly = noClasses()
            .that()
            .resideInAPackage(TOOLKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE, CONNECTORS, TESTKIT, EXAMPLES);

    @ArchTest
    static final ArchRule testkitKnowsTheApiOnly = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE, TOOLKIT, CONNECTORS, EXAMPLES)
            .because("partners test connectors that are built without our toolkit");

    @ArchTest
    static final ArchRule connectorsDoNotKnowTheEngine = noClasses()
            .that()
            .resideInAPackage(CONNECTORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE, EXAMPLES)
            .because("the engine asks; a connector answers with the types of migration-api");

    @ArchTest
    static final ArchRule connectorsDoNotKnowEachOther = slices().matching(BASE + ".connector.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a mapping names its destination by string; what two connectors need goes to connector-toolkit");

    @ArchTest
    static final ArchRule connectorsShipWithoutTestkit = noClasses()
            .that()
            .resideInAPackage(CONNECTORS)
            .and()
            .resideOutsideOfPackage(SIMULATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TESTKIT, SIMULATORS);

    @ArchTest
    static final ArchRule simulatorsDoNotKnowTheirConnector = classes()
            .that()
            .resideInAPackage(SIMULATORS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SIMULATORS, TESTKIT_SIMULATOR, TESTKIT_BUNDLE, JDK, JDK_HTTP_SERVER, JDK_NET, JACKSON, JSPECIFY)
            .because("a simulator stands for the platform: it must serve any other client of it as well")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule simulatorBaseRunsWithoutTestLibraries = noClasses()
            .that()
            .resideInAnyPackage(TESTKIT_SIMULATOR, TESTKIT_BUNDLE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TEST_LIBRARIES)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(TESTKIT_OPENAPI, SCHEMA_VALIDATOR)
            .because("simulators run in the command line and the quickstart");

    @ArchTest
    static final ArchRule judgeKnowsNoPlatformAndNoTestLibrary = classes()
            .that()
            .resideInAPackage(TESTKIT_OPENAPI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(TESTKIT_OPENAPI, TESTKIT_SIMULATOR, JDK, JACKSON, SCHEMA_VALIDATOR, JSPECIFY)
            .because("it judges any API by its document, whatever runs the tests");

    @ArchTest
    static final ArchRule onlyTheJudgeNeedsTheSchemaValidator = noClasses()
            .that()
            .resideOutsideOfPackage(TESTKIT_OPENAPI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TESTKIT_OPENAPI, SCHEMA_VALIDATOR)
            .because("it is a tool of tests, and its library is not shipped");

    @ArchTest
    static final ArchRule signaturesAreOurs = classes()
            .that()
            .resideInAnyPackage(API, ENGINE_FACADE, TOOLKIT)
            .should(notExposeTypesOf("okhttp3", "okio", "kotlin", "com.fasterxml"))
            .because("their next major version would become ours");
}
