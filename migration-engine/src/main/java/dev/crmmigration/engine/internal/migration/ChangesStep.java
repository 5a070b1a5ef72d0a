package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.run.WriteFactory;
import dev.crmmigration.engine.internal.survey.ChangeSurvey;
import dev.crmmigration.engine.internal.survey.Standing;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Works out what is to be changed of records that are there, and how they stand at the destination. Before a delta writes
 * anything the image of the account is taken, so that it can be taken back alone and that be proven; the same pages show
 * what people have edited.
 */
final class ChangesStep {

    private final MigrationSession session;
    private final PlanFile plan;
    private final Catalog account;
    private final Changes changes;

    ChangesStep(MigrationSession session, PlanFile plan, Catalog account) {
        this.session = session;
        this.plan = plan;
        this.account = account;
        this.changes = session.changes();
    }

    /** Returns what a person should know before anything is taken away. */
    List<String> run() {
        WriteFactory writes = RunStep.writes(session, plan, account);
        List<String> warnings = new ChangeSurvey(session.journal().database(), changes, writes, plan.compiled()).look();
        look(writes);
        return warnings;
    }

    /** Looks once more how the records stand that are still to be changed: people may have edited them since. */
    void lookAgain() {
        look(RunStep.writes(session, plan, account));
    }

    private void look(WriteFactory writes) {
        changes.readAnew();
        Canon canon = new Canon(session.destination(), account);
        Standing standing = new Standing(session.effects(), changes, canon, session.reader(), writes);
        read(canon, standing::see);
        unread().forEach(standing::readOthers);
        changes.keepWhatIsNeeded();
    }

    private void read(Canon canon, Consumer<CrmRecord> witness) {
        Set<ObjectType> readable =
                MigrationSession.readable(account, plan.compiled().written());
        BeforeImage before = BeforeImage.of(session.journal(), session.generation());
        // When a delta was taken back, the image before the one that is the last then is gone, and cannot be taken
        // later.
        if (!before.isTaken() && DeltaStep.isUnderWay(session)) {
            session.listener().message("taking the image of the destination before the delta");
            before.take(
                    () -> session.retries().call(session.platforms().schema()::keys),
                    session.reader(),
                    canon,
                    readable,
                    witness,
                    () -> {});
        } else {
            unread().stream()
                    .map(ObjectDescription::type)
                    .filter(readable::contains)
                    .forEach(type -> {
                        RecordReader.Pages pages = session.reader().scan(new ScanRequest.All(type));
                        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                            page.forEach(witness);
                        }
                    });
        }
    }

    /** Returns the objects with changes of which it is not known how the records stand. */
    private List<ObjectDescription> unread() {
        return account.objects().stream()
                .filter(object -> changes.unread(object.type()) > 0)
                .collect(Collectors.toList());
    }
}
