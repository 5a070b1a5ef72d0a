package dev.crmmigration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.crmmigration.architecture.ProjectClasses.BASE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Time comes from a clock and waiting from the context, so that tests control both. */
@AnalyzeClasses(packages = BASE, importOptions = ProjectClasses.class)
class TimeRulesTest {

    /** The places where real time enters; everything else is handed a clock and a way to wait. */
    private static final Set<String> REAL_TIME = Set.of(
            "dev.crmmigration.engine.internal.time.SystemTime",
            "dev.crmmigration.testkit.simulator.SimulatorClock",
            "dev.crmmigration.examples.benchmarks.MemoryGauge");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .that(areNotExempt())
            .should()
            .accessTargetWhere(RealTime.isRead())
            .because("tests must control time; take the Clock that you are handed");

    @ArchTest
    static final ArchRule waitingComesFromTheContext = noClasses()
            .that(areNotExempt())
            .should()
            .accessTargetWhere(RealTime.isSpent())
            .because("tests must not wait; use sleepUntil of what you are handed");

    @ArchTest
    static final ArchRule nothingIsScheduled = noClasses()
            .that(areNotExempt())
            .should()
            .dependOnClassesThat(RealTime.isAScheduler())
            .because("a scheduler runs on real time, and leaves a thread in the host's application");

    private static DescribedPredicate<JavaClass> areNotExempt() {
        return DescribedPredicate.describe("are not an entry of real time", type -> !isExempt(outermost(type)));
    }

    private static boolean isExempt(JavaClass type) {
        boolean isMain = type.getPackageName().startsWith(BASE + ".examples.")
                && type.tryGetMethod("main", String[].class).isPresent();
        return isMain || REAL_TIME.contains(type.getName());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TimeRulesTest::outermost).orElse(type);
    }
}
