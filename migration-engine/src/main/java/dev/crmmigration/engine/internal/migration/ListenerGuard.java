package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.MigrationListener;
import dev.crmmigration.engine.PhaseReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes everything on to the host's listener; one that throws is logged and does not harm the step. */
final class ListenerGuard implements MigrationListener {

    private static final Logger log = LoggerFactory.getLogger(MigrationListener.class);

    private final MigrationListener listener;

    ListenerGuard(MigrationListener listener) {
        this.listener = listener;
    }

    @Override
    public void progress(Progress progress) {
        guarded(() -> listener.progress(progress));
    }

    @Override
    public void message(String text) {
        guarded(() -> listener.message(text));
    }

    @Override
    public void phaseClosed(PhaseReport report) {
        guarded(() -> listener.phaseClosed(report));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            log.warn("the migration listener failed with {}", e.getClass().getName());
        }
    }
}
