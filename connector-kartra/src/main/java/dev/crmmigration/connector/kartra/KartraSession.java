package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.kartra.api.AccountNames;
import dev.crmmigration.connector.kartra.api.KartraApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open export. All of it is read once before anything is told of it, since no row says what its columns hold; the API is asked
 * about contacts only when they are given.
 */
final class KartraSession implements SourceSession {

    private final KartraSettings settings;
    private final KartraExport export;
    private final @Nullable KartraApi api;
    private final List<ObjectSurvey> surveys = new ArrayList<>();

    /** @param api {@code null} if it is not to be asked */
    KartraSession(KartraSettings settings, KartraExport export, @Nullable KartraApi api) {
        this.settings = settings;
        this.export = export;
        this.api = api;
        if (api != null) {
            export.dictionaries().learn(api.names());
        }
    }

    @Override
    public Catalog catalog() {
        List<ObjectDescription> objects = new ArrayList<>();
        surveys().forEach(survey -> objects.add(KartraCatalog.describe(survey, settings)));
        KartraExport.OBJECTS.stream()
                .map(KartraObject::type)
                .filter(type -> !folded(type).isEmpty())
                .forEach(type -> TransactionFolds.describe(type).ifPresent(objects::add));
        return new Catalog("kartra:" + export.name(), objects, List.of());
    }

    @Override
    public RecordCursor read(ReadRequest request) {
        Optional<ObjectSurvey> survey = surveys().stream()
                .filter(one -> one.object().type().equals(request.type()))
                .findFirst();
        if (survey.isEmpty()) {
            List<CrmRecord> folded = folded(request.type());
            return folded.isEmpty() ? List::of : new FoldedCursor(folded, coverageOfFolded());
        }
        ApiPass pass = api != null && request.type().equals(Contacts.TYPE) ? new ApiPass(api) : null;
        return new KartraCursor(survey.get(), request.from().map(ReadPosition::parse), settings.complete(), pass);
    }

    /** A delta may lie beside older files, of which the latest of each object counts; not every name says a moment. */
    @Override
    public Optional<Instant> takenAt() {
        return export.objects().stream()
                .map(object -> export.files(object).stream()
                        .flatMap(file -> file.exported().stream())
                        .max(Comparator.naturalOrder()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public SourceInventory inventory() {
        AccountNames names = api == null ? AccountNames.NONE : api.names();
        return new KartraInventory(export, settings, surveys(), names).inventory();
    }

    /** Returns what transactions told of an object that the export has no file of. */
    private List<CrmRecord> folded(ObjectType type) {
        boolean hasFile =
                surveys().stream().anyMatch(survey -> survey.object().type().equals(type));
        return hasFile
                ? List.of()
                : surveys().stream()
                        .flatMap(survey -> survey.folded(type).stream())
                        .toList();
    }

    private Coverage coverageOfFolded() {
        boolean isWhole = settings.complete()
                && surveys().stream()
                        .filter(survey -> survey.object().type().equals(Transactions.TYPE))
                        .allMatch(survey -> survey.refused() == 0);
        return isWhole ? Coverage.FULL : Coverage.PARTIAL;
    }

    private List<ObjectSurvey> surveys() {
        if (surveys.isEmpty()) {
            ContactLinks links = new ContactLinks();
            List<ObjectSurvey> made = export.objects().stream()
                    .map(object -> ObjectSurvey.of(object, export, settings, links))
                    .toList();
            surveys.addAll(made);
        }
        return surveys;
    }

    @Override
    public void close() {
        if (api != null) {
            api.close();
        }
    }
}
