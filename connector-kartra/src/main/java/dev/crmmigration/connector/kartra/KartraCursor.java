package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the files of one object one after the other; a page holds rows of one file. */
final class KartraCursor implements RecordCursor {

    private static final int PAGE_ROWS = 500;

    /** Contacts that the API is asked about take seconds a page; what a page has is not asked again. */
    private static final int ASKED_ROWS = 100;

    private final ObjectSurvey survey;
    private final boolean complete;
    private final @Nullable ApiPass api;
    private int file;
    private long rows;
    private Optional<ReadPosition> position;
    private @Nullable TabularReader reader;

    /** @param api completes rows by the API; {@code null} if that is not asked */
    KartraCursor(ObjectSurvey survey, Optional<ReadPosition> from, boolean complete, @Nullable ApiPass api) {
        this.survey = survey;
        this.complete = complete;
        this.api = api;
        this.position = from;
        from.ifPresent(this::goTo);
    }

    private void goTo(ReadPosition position) {
        while (file < files().size() && !files().get(file).name().equals(position.file())) {
            file++;
        }
        if (file == files().size()) {
            throw new ConfigurationException(
                    "file " + position.file()
                            + ", where reading is to go on, is no longer in the export. Put it back, or extract from the beginning");
        }
        rows = position.rows();
    }

    @Override
    public List<SourceEntry> next() {
        while (file < files().size()) {
            List<SourceEntry> page = page(files().get(file));
            if (!page.isEmpty()) {
                rows += page.size();
                position = Optional.of(new ReadPosition(rows, files().get(file).name()));
                return page;
            }
            close();
            file++;
            rows = 0;
        }
        return List.of();
    }

    /** After an exception the file is opened again, and the same page is read. */
    private List<SourceEntry> page(ExportFile from) {
        int most = api == null ? PAGE_ROWS : ASKED_ROWS;
        List<Supplier<SourceEntry>> page = new ArrayList<>(most);
        List<Row> read = new ArrayList<>(most);
        boolean done = false;
        try {
            TabularReader open = open(from);
            for (TabularRow row = open.next(); row != null; row = page.size() < most ? open.next() : null) {
                page.add(entry(from, row, read));
            }
            if (api != null) {
                api.complete(read.stream().filter(survey::counts).toList());
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
        return page.stream().map(Supplier::get).toList();
    }

    private TabularReader open(ExportFile from) {
        TabularReader open = reader;
        if (open == null) {
            open = from.table().read();
            reader = open;
            open.skip(rows);
        }
        return open;
    }

    /** @param read gets the row if it can be read, to be completed before the entry is asked for */
    private Supplier<SourceEntry> entry(ExportFile from, TabularRow row, List<Row> read) {
        return row.match(data -> entry(from, data, read), broken -> {
            SourceEntry aside = new SourceEntry.Quarantined(
                    survey.object().type(), broken.origin(), broken.column(), broken.rule());
            return () -> aside;
        });
    }

    private Supplier<SourceEntry> entry(ExportFile from, TabularRow.Data data, List<Row> read) {
        try {
            Row row = from.rows().read(data);
            survey.complete(row);
            read.add(row);
            return () -> record(from, row);
        } catch (RowRefusedException e) {
            SourceEntry aside = new SourceEntry.Quarantined(
                    survey.object().type(), data.origin(), from.header(e.column()), e.rule());
            return () -> aside;
        }
    }

    private SourceEntry record(ExportFile from, Row row) {
        CrmRecord.Builder record =
                CrmRecord.builder(new RecordRef(survey.object().type(), row.id()));
        row.values().forEach(record::put);
        SourceEntry.Read read = new SourceEntry.Read(record.build(), row.origin(), from.version(), row.repairs());
        return survey.object()
                .made()
                .map(row.values()::get)
                .filter(Instant.class::isInstance)
                .map(moment -> read.changedAt((Instant) moment))
                .orElse(read);
    }

    private List<ExportFile> files() {
        return survey.files();
    }

    @Override
    public Optional<String> position() {
        return position.map(ReadPosition::toString);
    }

    /** A row that was put aside may be one that was there before: then nothing can be said about what is missing. */
    @Override
    public Coverage coverage() {
        return complete && survey.refused() == 0 ? Coverage.FULL : Coverage.PARTIAL;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
