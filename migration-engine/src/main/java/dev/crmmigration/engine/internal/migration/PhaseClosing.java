package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.PhaseReport;
import dev.crmmigration.engine.internal.journal.ClosedPhases;
import dev.crmmigration.engine.internal.journal.ClosedPhases.Closed;
import dev.crmmigration.engine.internal.journal.ClosedPhases.Counts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.report.RecordJson;
import dev.crmmigration.engine.internal.run.Phases;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Counts an object when its last record has an end, writes its report and tells the listener. Behind a strict gate the
 * destination's list pages are read, and those of its records counted that are ours.
 */
final class PhaseClosing implements Phases.Closing {

    private static final String LATER = "not read back yet: verify does";
    private static final String NOT_BY_PAGES =
            "cannot be read back page by page: verify does it in another way, if there" + " is one";

    private final MigrationSession session;
    private final Effects effects;
    private final ClosedPhases phases;
    private final Catalog account;
    private final List<ObjectType> objects;
    private final boolean strict;

    PhaseClosing(MigrationSession session, Catalog account, List<ObjectType> objects, boolean strict) {
        this.session = session;
        this.effects = session.effects();
        this.phases = new ClosedPhases(effects);
        this.account = account;
        this.objects = objects;
        this.strict = strict;
    }

    @Override
    public Optional<String> close(ObjectType object) {
        Counts counts = phases.counts(object, session.generation());
        Optional<ObjectTraits> pages = account.object(object)
                .map(description -> description.traits())
                .filter(traits -> traits.readBack() == ReadBack.PAGES);
        boolean reads = strict && pages.isPresent();
        Optional<Closed> known =
                phases.closed(object).filter(phase -> phase.counts().equals(counts));
        if (known.isPresent() && (!reads || known.get().isFound())) {
            return Optional.empty();
        }
        Optional<Long> found = reads ? Optional.of(found(object, pages.get())) : Optional.empty();
        String note = reads ? "" : strict ? NOT_BY_PAGES : LATER;
        Closed closed =
                new Closed(objects.indexOf(object) + 1, object, session.clock().instant(), counts, found, note);
        phases.close(closed);
        tell(report(closed));
        return difference(closed);
    }

    /** Counts our own records that list pages give, each once: one that moves while pages are read may come twice. */
    private long found(ObjectType object, ObjectTraits traits) {
        waitFor(traits.visibleAfter());
        BitSet seen = new BitSet();
        RecordReader.Pages pages = session.reader().scan(new ScanRequest.All(object));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            page.forEach(record -> effects.byRef(record.ref())
                    .filter(effect -> effect.state() == EffectState.WRITTEN)
                    .ifPresent(effect -> seen.set(Math.toIntExact(effect.number()))));
        }
        return seen.cardinality();
    }

    private void waitFor(Duration delay) {
        try {
            session.stopSignal().sleepUntil(session.clock().instant().plus(delay));
        } catch (InterruptedException e) {
            throw new StepStoppedException();
        }
    }

    private void tell(PhaseReport report) {
        session.workspace()
                .writeReport("phases/" + report.number() + "-" + report.object() + ".json", RecordJson.write(report));
        session.listener().phaseClosed(report);
        session.listener()
                .message(report.object() + " is closed: " + report.source() + " record(s) of the source, "
                        + report.there() + " at the destination, " + report.held() + " wait, " + report.failed()
                        + " were refused");
    }

    private static Optional<String> difference(Closed phase) {
        return phase.found()
                .filter(found -> found != phase.counts().there())
                .map(found -> "of " + phase.counts().there() + " records of " + phase.object() + " that were written, "
                        + found
                        + " are in the lists of the destination. Look for the others; then call run again, which"
                        + " reads them back again, or let nothing wait by the choice phaseGate of the plan");
    }

    /** Returns the reports of all objects that are closed. */
    static List<PhaseReport> reports(Effects effects, int generation) {
        return new ClosedPhases(effects)
                .all().stream()
                        .filter(phase -> phase.counts().generation() == generation)
                        .map(PhaseClosing::report)
                        .toList();
    }

    private static PhaseReport report(Closed phase) {
        Counts counts = phase.counts();
        return new PhaseReport(
                phase.number(),
                phase.object().name(),
                counts.generation(),
                phase.at(),
                counts.source(),
                counts.of("CREATED"),
                counts.of("UPDATED"),
                0,
                counts.of("UNCHANGED"),
                counts.of("HELD", "FLAGGED"),
                counts.of("FAILED"),
                counts.of("DELETED"),
                counts.of("DUPLICATE"),
                counts.there(),
                phase.found(),
                phase.note());
    }
}
