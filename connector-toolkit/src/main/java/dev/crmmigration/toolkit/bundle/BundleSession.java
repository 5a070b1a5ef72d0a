package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.tabular.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An open bundle. All of it is read once before anything is told of it, since no row says where it belongs. */
public final class BundleSession implements SourceSession {

    private final Bundle bundle;
    private final Function<Bundle, ? extends BundleSurvey> look;
    private final BundleObject notes;

    private @Nullable BundleSurvey survey;
    private @Nullable NoteImages images;

    /**
     * @param look reads all of the bundle once
     * @param notes the object whose bodies hold images
     */
    public BundleSession(Bundle bundle, Function<Bundle, ? extends BundleSurvey> look, BundleObject notes) {
        this.bundle = bundle;
        this.look = look;
        this.notes = notes;
    }

    @Override
    public Catalog catalog() {
        BundleRows rows = survey().rows();
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
        return bundle.objects().stream()
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
        return bundle.manifest().flatMap(Manifest::exportedAt);
    }

    @Override
    public SourceInventory inventory() {
        return survey().inventory();
    }

    private synchronized BundleSurvey survey() {
        BundleSurvey known = survey;
        if (known == null) {
            known = look.apply(bundle);
            survey = known;
        }
        return known;
    }

    private synchronized NoteImages images() {
        NoteImages known = images;
        if (known == null) {
            known = new NoteImages(bundle, notes, survey().attachments());
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
    }
}
