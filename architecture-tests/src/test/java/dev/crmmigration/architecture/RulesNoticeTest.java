package dev.crmmigration.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.crmmigration.architecture.planted.ExposesOthers;
import dev.crmmigration.architecture.planted.ReadsTheTime;
import dev.crmmigration.architecture.planted.Waits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conditions that this module writes itself, against classes that break them. */
class RulesNoticeTest {

    @Test
    void noticesEachWayToReadTheTime() {
        List<String> violations =
                violations(noClasses().should().accessTargetWhere(RealTime.isRead()), ReadsTheTime.class);

        assertThat(violations)
                .hasSize(6)
                .anyMatch(text -> text.contains("directly()"))
                .anyMatch(text -> text.contains("byReference()"))
                .anyMatch(text -> text.contains("inAZone()"))
                .anyMatch(text -> text.contains("throughAClock()"))
                .anyMatch(text -> text.contains("inMillis()"))
                .anyMatch(text -> text.contains("inNanos()"));
    }

    @Test
    void noticesEachWayToWait() {
        List<String> violations = violations(noClasses().should().accessTargetWhere(RealTime.isSpent()), Waits.class);

        assertThat(violations)
                .hasSize(5)
                .anyMatch(text -> text.contains("asleep()"))
                .anyMatch(text -> text.contains("asleepByUnit()"))
                .anyMatch(text -> text.contains("timed()"))
                .anyMatch(text -> text.contains("parked()"))
                .anyMatch(text -> text.contains("delayed()"));
    }

    @Test
    void noticesASchedule() {
        ArchRule rule = noClasses().should().dependOnClassesThat(RealTime.isAScheduler());

        assertThat(violations(rule, Waits.class)).isNotEmpty().allMatch(text -> text.contains("scheduled()"));
    }

    @Test
    void noticesEachWayToExposeATypeOfAnotherLibrary() {
        ArchRule rule = classes().should(Signatures.notExposeTypesOf("okhttp3", "com.fasterxml"));

        String outer = ExposesOthers.class.getName();
        String inner = ExposesOthers.InAComponent.class.getName();
        String node = "com.fasterxml.jackson.databind.JsonNode";
        assertThat(violations(rule, ExposesOthers.class, ExposesOthers.InAComponent.class, hidden()))
                .containsExactlyInAnyOrder(
                        outer + " exposes " + node,
                        outer + ".field exposes okhttp3.OkHttpClient",
                        outer + ".inAReturnType() exposes okhttp3.Request",
                        outer + ".inAParameter(" + node + ") exposes " + node,
                        outer + ".inAThrowsClause() exposes com.fasterxml.jackson.core.JsonProcessingException",
                        inner + ".<init>(" + node + ") exposes " + node,
                        inner + ".node() exposes " + node);
    }

    private static Class<?> hidden() {
        return List.of(ExposesOthers.class.getDeclaredClasses()).stream()
                .filter(type -> type.getSimpleName().equals("AllowedHidden"))
                .findAny()
                .orElseThrow();
    }

    private static List<String> violations(ArchRule rule, Class<?>... planted) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
