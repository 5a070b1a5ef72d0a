package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.rest.RestMirror;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a bundle comes from: files that were exported, or an API that is read into such files when they are first wanted. */
final class BundleOrigin implements AutoCloseable {

    private final BundleFormat format;
    private final BundleSettings settings;
    private final @Nullable RestMirror mirror;
    private @Nullable Bundle bundle;
    private boolean isFresh;

    /** @param mirror the workspace as its API shows it, or {@code null} if the settings name files */
    BundleOrigin(BundleFormat format, BundleSettings settings, @Nullable RestMirror mirror) {
        this.format = format;
        this.settings = settings;
        this.mirror = mirror;
    }

    /** Returns the bundle; a reading of the API that was broken off is ended first. */
    synchronized Bundle bundle() {
        Bundle known = bundle;
        if (known == null) {
            known = Bundle.open(format, mirror == null ? settings : kept(mirror));
            bundle = known;
        }
        return known;
    }

    private BundleSettings kept(RestMirror api) {
        api.complete();
        return settings.at(api.folder());
    }

    /** Reads the API, once: what is there is read, or what changed since it was last read. */
    synchronized void refresh() {
        if (mirror != null && !isFresh) {
            mirror.refresh();
            isFresh = true;
        }
    }

    /** Tells whether the platform itself is read, now. */
    boolean isLive() {
        return mirror != null;
    }

    /** Returns what the last reading of the API found odd. */
    List<String> findings() {
        return mirror == null ? List.of() : mirror.findings();
    }

    @Override
    public void close() {
        if (mirror != null) {
            mirror.close();
        }
    }
}
