package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.engine.SpotCheck;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Draws;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.plan.PlanFile;
import java.util.List;

/** Draws records at random and compares them with what the source says. Writes nothing. */
final class SpotCheckStep {

    private final MigrationSession session;
    private final int count;
    private final long seed;

    SpotCheckStep(MigrationSession session, int count, long seed) {
        this.session = session;
        this.count = count;
        this.seed = seed;
    }

    SpotCheck run() {
        Catalog account = session.platforms().recentAccount();
        PlanFile plan = session.approvedPlan(account);
        Draws draws = new Draws(session.effects());
        List<Effect> drawn = draws.draw(count, seed);
        SpotCheck check = new SpotCheck(
                StepResult.COMPLETE, seed, draws.population(), new ComparedRecords(session, plan, account).of(drawn));
        session.spending().store();
        return check;
    }
}
