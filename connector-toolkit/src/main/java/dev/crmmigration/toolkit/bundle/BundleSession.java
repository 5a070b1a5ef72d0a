package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.rest.RestBundle;
import dev.crmmigration.toolkit.rest.RestMirror;
import dev.crmmigration.toolkit.tabular.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An open bundle. All of it is read once before anything is told of it, since no row says where it belongs. */
public final class BundleSession implements SourceSession {

    private final BundleOrigin origin;
    private final Function<Bundle, ? extends BundleSurvey> look;
    private final BundleObject notes;

    private @Nullable BundleSurvey survey;
    private @Nullable NoteImages images;

    private BundleSession(BundleOrigin origin, Function<Bundle, ? extends BundleSurvey> look, BundleObject notes) {
        this.origin = origin;
        this.look = look;
        this.notes = notes;
    }

    /**
     * Opens the files of a bundle, or the API that gives the same.
     *
     * @param api the bundle as lists of the API
     * @param look reads all of the bundle once
     * @param notes the object whose bodies hold images
     */
    public static BundleSession open(
            BundleFormat format,
            BundleSettings settings,
            RestBundle api,
            ConnectorContext context,
            Function<Bundle, ? extends BundleSurvey> look,
            BundleObject notes) {
        RestMirror mirror = settings.rest()
                .map(access -> RestMirror.open(access, api, context))
                .orElse(null);
        BundleOrigin origin = new BundleOrigin(format, settings, mirror);
        if (!origin.isLive()) {
            origin.bundle();
        }
        return new BundleSession(origin, look, notes);
    }

    @Override
    public Catalog catalog() {
        origin.refresh();
        BundleRows rows = survey().rows();
        Bundle bundle = origin.bundle();
        List<ObjectDescription> objects = new ArrayList<>();
        bundle.objects().forEach(object -> objects.add(BundleCatalog.describe(object, rows)));
        if (bundle.objects().contains(notes)) {
            objects.add(NoteImages.describe());
        }
        String workspace = bundle.manifest().map(Manifest::workspace).orElse("");
        String account = workspace.isEmpty() ? bundle.folder().name() : workspace;
        return new Catalog(bundle.format().platform() + ":" + account, objects, List.of());
    }

    @Override
    public RecordCursor read(ReadRequest request) {
        if (request.type().equals(NoteImages.TYPE)) {
            return new BundleCursor(survey(), notes, Optional.of(images()), request);
        }
        return origin.bundle().objects().stream()
                .filter(object -> object.type().equals(request.type()))
                .findFirst()
                .<RecordCursor>map(object -> new BundleCursor(survey(), object, Optional.empty(), request))
                .orElse(List::of);
    }

    @Override
    public Content open(String attachmentId) {
        if (NoteImages.isImage(attachmentId)) {
            return images().open(attachmentId);
        }
        if (attachmentId.startsWith(AttachmentFiles.FILE)) {
            return survey().attachments().open(attachmentId.substring(AttachmentFiles.FILE.length()));
        }
        return survey().open(attachmentId)
                .orElseThrow(() -> new FatalConnectorException("the export has no such attachment"));
    }

    @Override
    public Optional<Instant> takenAt() {
        return origin.isLive() ? Optional.empty() : origin.bundle().manifest().flatMap(Manifest::exportedAt);
    }

    @Override
    public SourceInventory inventory() {
        SourceInventory inventory = survey().inventory();
        List<String> gaps = new ArrayList<>(inventory.gaps());
        gaps.addAll(origin.findings());
        return new SourceInventory(inventory.automations(), gaps);
    }

    private synchronized BundleSurvey survey() {
        BundleSurvey known = survey;
        if (known == null) {
            known = look.apply(origin.bundle());
            survey = known;
        }
        return known;
    }

    private synchronized NoteImages images() {
        NoteImages known = images;
        if (known == null) {
            known = new NoteImages(origin.bundle(), notes, survey().attachments());
            images = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (images != null) {
            images.close();
        }
        if (survey != null) {
            survey.close();
        }
        origin.close();
    }
}
