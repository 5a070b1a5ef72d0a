package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.Plan.Creation;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that a migration takes of a Freshsales account, whose plan allows a thousand an hour. */
class FreshsalesCallsTest {

    private static final int A_JOB = 100;
    private static final int CALLS_OF_A_JOB = 3;

    @TempDir
    private Path folder;

    /**
     * Compares with the least that is possible. A key makes it safe to create accounts, contacts and deals in jobs of 100
     * records at most. Each job takes three calls: the job itself, its status, because nothing else tells when it is over,
     * and one page of 100 records of the view, because no answer tells the ids. Tasks and notes have no jobs, and take a call
     * each.
     */
    @Test
    void areHardlyMoreThanTheLeast_andWhatThePlanHasForecast() throws InterruptedException {
        Practice practice = new Practice(900);
        try (FreshsalesRig rig = new FreshsalesRig()) {
            Plan plan;
            try (Migration migration = rig.open(practice, folder)) {
                plan = LimitedAccount.approve(migration);
            }
            rig.administer();
            Plan.Cost forecast = hourly(plan);

            long prepared = taken(rig, practice, Migration::prepare);
            long ran = taken(rig, practice, Migration::run);
            long verified = taken(rig, practice, Migration::verify);
            long undone = taken(rig, practice, Migration::rollback);

            assertThat(ran)
                    .as("of %d that it takes at least", least(practice))
                    .isLessThanOrEqualTo(least(practice) * 105 / 100);
            assertThat(List.of(prepared, ran, verified, undone))
                    .usingElementComparator(FreshsalesCallsTest::withinThreePercent)
                    .containsExactly(forecast.prepare(), forecast.run(), forecast.verify(), forecast.rollback());
            assertThat(rig.violations()).isZero();
        }
    }

    /** Takes a step in a session of its own, an hour later, and counts its calls by the books of the account. */
    private long taken(FreshsalesRig rig, Practice practice, Function<Migration, Report> step)
            throws InterruptedException {
        long before = rig.calls();
        try (Migration migration = rig.open(practice, folder)) {
            rig.sleepUntil(LimitedAccount.START.plus(rig.passed()).plus(Duration.ofHours(1)));
            assertThat(step.apply(migration).result()).isEqualTo(StepResult.COMPLETE);
        }
        return rig.calls() - before;
    }

    private static int withinThreePercent(Long spent, Long forecast) {
        return Math.abs(spent - forecast) * 100 <= 3 * forecast ? 0 : Long.compare(spent, forecast);
    }

    private static long least(Practice practice) {
        long jobs = 0;
        for (String object : List.of("company", "contact", "opportunity")) {
            jobs += (practice.count(object) + A_JOB - 1) / A_JOB;
        }
        return CALLS_OF_A_JOB * jobs + practice.count("visit") + practice.count("memo");
    }

    private static Plan.Cost hourly(Plan plan) {
        return plan.costs().stream()
                .filter(cost -> cost.allowance().equals("hour"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areInThePlan_withTheWayInWhichRecordsAreCreated() {
        try (FreshsalesRig rig = new FreshsalesRig();
                Migration migration = rig.open(new Practice(250), folder)) {
            List<Creation> creations = LimitedAccount.approve(migration).creations();

            assertThat(creations)
                    .extracting(Creation::object, Creation::records, Creation::perCall)
                    .contains(tuple("contact", 250L, 100), tuple("task", 250L, 1));
            assertThat(creations)
                    .filteredOn(creation -> creation.object().equals("contact"))
                    .allSatisfy(contact -> {
                        assertThat(contact.takes()).containsEntry("hour", 9L);
                        assertThat(contact.way())
                                .hasValueSatisfying(
                                        way -> assertThat(way).contains("instead of 250 calls", "links take no call"));
                    });
        }
    }

    @Test
    void areNotTakenForNothing_whenAnAdminAddsFieldsBetweenTwoPreparations() {
        try (FreshsalesRig rig = new FreshsalesRig();
                Migration migration = rig.open(new Practice(8), folder)) {
            LimitedAccount.approve(migration);

            assertThat(migration.prepare().result().completion()).isEqualTo(Completion.WAITS);
            rig.administer();
            assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
        }
    }
}
