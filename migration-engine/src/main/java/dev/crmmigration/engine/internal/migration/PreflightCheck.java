package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Preflight.Finding;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.internal.prepare.Probing;
import java.util.ArrayList;
import java.util.List;

/** Looks at the account before anything is written, and tries a record that is taken away again at once. */
final class PreflightCheck {

    private final MigrationSession session;
    private final List<PrepareReport.Finding> findings = new ArrayList<>();

    PreflightCheck(MigrationSession session) {
        this.session = session;
    }

    /** Returns what stands in the way, a sentence each; empty if the account is ready. */
    List<String> run(Catalog account) {
        Preflight preflight = session.retries().call(session.destination()::preflight);
        preflight.findings().forEach(this::add);
        if (!preflight.blockers().isEmpty()) {
            return preflight.blockers().stream().map(Finding::message).toList();
        }
        List<String> obstacles = new ArrayList<>();
        preflight
                .probe()
                .flatMap(probe -> session.retries().call(() -> probing(account).run(probe)))
                .ifPresent(obstacle -> {
                    add(Finding.blocker("PROBE", obstacle));
                    obstacles.add(obstacle);
                });
        return obstacles;
    }

    private Probing probing(Catalog account) {
        return new Probing(
                session.destination(),
                session.reader(),
                account,
                session.journal(),
                session.clock(),
                session.serverClock(),
                session.stopSignal());
    }

    private void add(Finding finding) {
        findings.add(new PrepareReport.Finding(finding.level().name(), finding.code(), finding.message()));
    }

    /** Returns what was found, in order. */
    List<PrepareReport.Finding> findings() {
        return List.copyOf(findings);
    }
}
