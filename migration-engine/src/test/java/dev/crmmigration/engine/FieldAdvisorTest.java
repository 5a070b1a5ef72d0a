package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.engine.MappingAdvisor.Advice;
import dev.crmmigration.engine.MappingAdvisor.AdvisorCase;
import dev.crmmigration.engine.MappingAdvisor.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What an advisor may do to proposals, and what not. */
class FieldAdvisorTest extends FieldProposalScene {

    @Test
    void showsTheAdvisorNamesAndShapes_neverValues() {
        source("Domain", FieldType.TEXT, "bakers-shop7.example");
        target("website", "Website", FieldType.TEXT);
        List<AdvisorCase> asked = new ArrayList<>();
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> {
                    asked.add(question);
                    return List.of();
                })
                .build()) {
            Bench.plan(migration);
        }

        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.label()).isEqualTo("Domain");
            assertThat(question.shapes()).containsExactly("aaaaaa-aaaa9.aaaaaaa");
            assertThat(question.candidates())
                    .extracting(MappingAdvisor.Candidate::name)
                    .contains("website");
        });
        assertThat(asked.toString()).doesNotContain("bakers");
    }

    @Test
    void keepsTheAdviceAsEvidence_andNeverIsSureByIt() {
        firstContact();
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> List.of(
                        new Advice(Verdict.PREFER, "first_contact", "The names are the same."),
                        new Advice(Verdict.PREFER, "made_up", "I know better.")))
                .build()) {
            Plan plan = Bench.plan(migration);

            assertThat(only(plan).tier()).isEqualTo("CONFIRM");
            assertThat(only(plan).decision()).isEmpty();
            assertThat(only(plan).advice()).containsExactly("prefer first_contact: The names are the same.");
            assertThat(entry(bench.planJson()).get("proposal").get("advice")).hasSize(1);
        }
    }

    @Test
    void proposesNothing_whenTheAdvisorSpeaksAgainstIt() {
        firstContact();
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> List.of(new Advice(Verdict.UNMAP, "", "Another contact is meant.")))
                .build()) {
            Plan plan = Bench.plan(migration);

            assertThat(only(plan).tier()).isEqualTo("UNMAPPED");
            assertThat(only(plan).target()).isEmpty();
            assertThat(plan.questions()).hasSize(1);
        }
    }

    @Test
    void goesOnWithoutTheAdvisor_whenItIsLateOrFails() {
        firstContact();
        CountDownLatch never = new CountDownLatch(1);
        MappingAdvisor late = question -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        try (Migration migration =
                bench.builder().mappingAdvisor(late, 1, Duration.ofMillis(20)).build()) {
            assertThat(only(Bench.plan(migration)).advice())
                    .containsExactly("the advisor did not answer in time and was not asked again");
        }
        MappingAdvisor failing = question -> {
            throw new IllegalStateException("no model");
        };
        try (Migration migration = bench.builder().mappingAdvisor(failing).build()) {
            assertThat(only(migration.plan()).advice()).containsExactly("the advisor failed: IllegalStateException");
        }
    }

    @Test
    void approvesTheSamePlan_whateverTheAdvisorSays() {
        firstContact();
        String without;
        try (Migration migration = bench.open()) {
            without = Bench.plan(migration).fingerprint();
        }
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> List.of(new Advice(Verdict.WARN, "", "Mind the zone.")))
                .build()) {
            Plan plan = migration.plan();

            assertThat(only(plan).advice()).hasSize(1);
            assertThat(plan.fingerprint()).isEqualTo(without);
        }
    }
}
