package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.rest.RestMirror;
import dev.crmmigration.toolkit.tabular.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open bundle. All of it is read once before anything is told of it, since no row says where it belongs. */
final class ProfiSession implements SourceSession {

    private final ProfiSettings settings;
    private final @Nullable RestMirror mirror;
    private @Nullable ProfiExport export;
    private boolean isFresh;

    private @Nullable Survey survey;
    private @Nullable NoteImages images;

    ProfiSession(ProfiExport export) {
        this.settings = export.settings();
        this.mirror = null;
        this.export = export;
    }

    /** @param mirror the workspace as its API shows it, which is read when it is first asked for something */
    ProfiSession(ProfiSettings settings, RestMirror mirror) {
        this.settings = settings;
        this.mirror = mirror;
    }

    @Override
    public Catalog catalog() {
        readAnew();
        Survey known = survey();
        ProfiExport export = export();
        List<ObjectDescription> objects = new ArrayList<>();
        export.objects().forEach(object -> objects.add(ProfiCatalog.describe(object, known)));
        if (export.objects().contains(ProfiObject.NOTE)) {
            objects.add(NoteImages.describe());
        }
        String workspace = export.manifest().map(Manifest::workspace).orElse("");
        return new Catalog("profi:" + (workspace.isEmpty() ? export.folder().name() : workspace), objects, List.of());
    }

    @Override
    public RecordCursor read(ReadRequest request) {
        if (request.type().equals(NoteImages.TYPE)) {
            return new ProfiCursor(survey(), ProfiObject.NOTE, Optional.of(images()), request);
        }
        return export().objects().stream()
                .filter(object -> object.type().equals(request.type()))
                .findFirst()
                .<RecordCursor>map(object -> new ProfiCursor(survey(), object, Optional.empty(), request))
                .orElse(List::of);
    }

    @Override
    public Content open(String attachmentId) {
        if (NoteImages.isImage(attachmentId)) {
            return images().open(attachmentId);
        }
        if (!attachmentId.startsWith(Attachments.FILE)) {
            throw new FatalConnectorException("the export has no such attachment");
        }
        return survey().attachments().open(attachmentId.substring(Attachments.FILE.length()));
    }

    @Override
    public Optional<Instant> takenAt() {
        return mirror != null ? Optional.empty() : export().manifest().flatMap(Manifest::exportedAt);
    }

    @Override
    public SourceInventory inventory() {
        SourceInventory inventory = new ProfiInventory(survey()).inventory();
        List<String> gaps = new ArrayList<>(inventory.gaps());
        if (mirror != null) {
            gaps.addAll(mirror.findings());
        }
        return new SourceInventory(inventory.automations(), gaps);
    }

    /** Who asks for the catalog begins: the API is read then, once. */
    private synchronized void readAnew() {
        if (mirror != null && !isFresh) {
            mirror.refresh();
            isFresh = true;
        }
    }

    private synchronized ProfiExport export() {
        ProfiExport known = export;
        if (known == null) {
            RestMirror api = Objects.requireNonNull(mirror);
            api.complete();
            known = ProfiExport.open(settings.at(api.folder()));
            export = known;
        }
        return known;
    }

    private synchronized Survey survey() {
        Survey known = survey;
        if (known == null) {
            known = Survey.of(export());
            survey = known;
        }
        return known;
    }

    private synchronized NoteImages images() {
        NoteImages known = images;
        if (known == null) {
            known = new NoteImages(survey());
            images = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (images != null) {
            images.close();
        }
        if (mirror != null) {
            mirror.close();
        }
    }
}
