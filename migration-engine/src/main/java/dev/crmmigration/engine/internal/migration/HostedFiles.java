package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import java.nio.file.Path;
import java.util.List;

/** Lays out the files that the destination links to, for somebody to put them where the plan says that they are. */
final class HostedFiles {

    private static final String FOLDER = "attachments-to-host";

    private final PlanFile plan;
    private final EffectPlanner planner;
    private final Attachments files;
    private final Path folder;
    private long count;

    HostedFiles(MigrationSession session, PlanFile plan, EffectPlanner planner) {
        this.plan = plan;
        this.planner = planner;
        this.files = Drafting.files(session, plan);
        this.folder = session.workspace().folder().resolve(FOLDER);
    }

    /** Lays out the file of an effect, if it is one that is kept elsewhere. */
    void keep(Effect effect) {
        planner.keptElsewhere(effect).ifPresent(file -> {
            files.host(file, folder);
            count++;
        });
    }

    /** Returns what somebody has to do; nothing if no file is kept elsewhere. */
    List<String> task() {
        return count == 0
                ? List.of()
                : List.of("copy the folder " + FOLDER + " of the workspace to "
                        + plan.compiled().host().base() + ": " + count
                        + " link(s) lead there to files that the destination does not take");
    }
}
