package dev.crmmigration.engine.internal.survey;

import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Changes.Absent;
import dev.crmmigration.engine.internal.journal.Changes.Gone;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.run.WriteFactory;
import dev.crmmigration.engine.internal.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out which of the records that are there the source has changed since they were last written, and which it has no more. */
public final class ChangeSurvey {

    private static final int PAGE = 500;

    private final Database database;
    private final Changes changes;
    private final WriteFactory writes;
    private final CompiledPlan plan;

    public ChangeSurvey(Database database, Changes changes, WriteFactory writes, CompiledPlan plan) {
        this.database = database;
        this.changes = changes;
        this.writes = writes;
        this.plan = plan;
    }

    /**
     * Marks what is owed.
     *
     * @return what a person should know before anything is taken away
     */
    public List<String> look() {
        List<Effect> page = changes.there(0, PAGE);
        while (!page.isEmpty()) {
            List<Effect> these = page;
            database.transaction(() -> these.stream().filter(writes::isChanged).forEach(changes::owe));
            page = changes.there(page.get(page.size() - 1).number(), PAGE);
        }
        withdraw();
        List<String> warnings = new ArrayList<>();
        database.transaction(() -> changes.absent().forEach(absent -> decide(absent, warnings)));
        return warnings;
    }

    /** Nobody has to decide about a field any more of which the source says again what was written. */
    private void withdraw() {
        List<Effect> page = changes.flagged(0, PAGE);
        while (!page.isEmpty()) {
            List<Effect> these = page;
            database.transaction(() -> these.forEach(effect -> writes.differing(effect)
                    .ifPresent(differing -> changes.flagged(effect).stream()
                            .filter(field -> !differing.contains(field))
                            .forEach(field -> changes.settled(effect, field)))));
            page = changes.flagged(page.get(page.size() - 1).number(), PAGE);
        }
    }

    private void decide(Absent absent, List<String> warnings) {
        Gone decision = Gone.valueOf(plan.answer(Policies.SOURCE_DELETED).toUpperCase(Locale.ROOT));
        if (decision == Gone.DELETE
                && absent.isMany()
                && plan.answer(Policies.MANY_DELETED).equals(Policies.ASK)) {
            warnings.add(absent.records() + " of " + absent.all() + " records of " + absent.object()
                    + " have no source any more, which is more than one in a hundred: nothing of them is taken away until"
                    + " the choice " + Policies.MANY_DELETED + " of the plan says " + Policies.DELETE);
            decision = Gone.FLAG;
        }
        changes.gone(absent.object(), decision);
    }
}
