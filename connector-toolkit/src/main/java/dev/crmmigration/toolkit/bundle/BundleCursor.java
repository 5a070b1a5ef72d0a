package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files of one object one after the other; a page holds rows of one file. */
final class BundleCursor implements RecordCursor {

    private static final int PAGE_ROWS = 500;

    private final BundleSurvey survey;
    private final BundleRows all;
    private final BundleObject object;
    private final @Nullable NoteImages images;
    private final Optional<Instant> changedSince;
    private final List<Table> tables;
    private int file;
    private long rows;
    private Optional<ReadPosition> position;
    private @Nullable TabularReader reader;

    /** @param images empty for the rows themselves, else for the images in them */
    BundleCursor(BundleSurvey survey, BundleObject object, Optional<NoteImages> images, ReadRequest request) {
        this.survey = survey;
        this.all = survey.rows();
        this.object = object;
        this.images = images.orElse(null);
        this.changedSince = request.changedSince();
        this.tables = all.bundle().tables(object);
        this.position = request.from().map(ReadPosition::parse);
        position.ifPresent(this::goTo);
    }

    private void goTo(ReadPosition position) {
        while (file < tables.size() && !tables.get(file).file().equals(position.file())) {
            file++;
        }
        if (file == tables.size()) {
            throw new ConfigurationException(
                    "file " + position.file()
                            + ", where reading is to go on, is no longer in the export. Put it back, or extract from the beginning");
        }
        rows = position.rows();
    }

    @Override
    public List<SourceEntry> next() {
        while (file < tables.size()) {
            Page page = page(tables.get(file));
            rows += page.rows;
            if (page.rows > 0) {
                position = Optional.of(new ReadPosition(rows, tables.get(file).file()));
            } else {
                close();
                file++;
                rows = 0;
            }
            if (!page.entries.isEmpty()) {
                return page.entries;
            }
        }
        return List.of();
    }

    private static final class Page {
        private final List<SourceEntry> entries = new ArrayList<>(PAGE_ROWS);
        private long rows;
    }

    /** After an exception the file is opened again, and the same page is read. */
    private Page page(Table table) {
        Page page = new Page();
        boolean done = false;
        try {
            TabularReader open = open(table);
            TabularRow row = open.next();
            while (row != null) {
                page.rows++;
                page.entries.addAll(entries(table, row));
                row = page.rows < PAGE_ROWS ? open.next() : null;
            }
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
        return page;
    }

    private TabularReader open(Table table) {
        TabularReader open = reader;
        if (open == null) {
            open = table.read();
            reader = open;
            open.skip(rows);
        }
        return open;
    }

    private List<SourceEntry> entries(Table table, TabularRow row) {
        return row.match(
                data -> entries(table, data),
                broken -> images == null
                        ? List.of(new SourceEntry.Quarantined(
                                object.type(), broken.origin(), broken.column(), broken.rule()))
                        : List.of());
    }

    private List<SourceEntry> entries(Table table, TabularRow.Data data) {
        try {
            RowDraft row =
                    RowDraft.of(object, table.columns(), data, all.bundle().currency());
            all.ids(object).identify(row);
            if (row.isDeleted()) {
                return deleted(row);
            }
            if (all.ids(object).isClash(row)) {
                throw new RowRefusedException(
                        "",
                        Rule.ID_DUP.because(
                                "another row has the same id and says something else, and neither says when it was changed."
                                        + " Take one of them out"));
            }
            survey.complete(row);
            return images == null ? List.of(row.read()) : images.of(row);
        } catch (RowRefusedException e) {
            return images == null
                    ? List.of(new SourceEntry.Quarantined(object.type(), data.origin(), e.column(), e.rule()))
                    : List.of();
        }
    }

    /** A deletion is told to who asks for changes; who reads all does not miss what is not there. */
    private List<SourceEntry> deleted(RowDraft row) {
        return changedSince.isPresent() && images == null
                ? List.of(new SourceEntry.Deleted(new RecordRef(object.type(), row.id()), row.origin()))
                : List.of();
    }

    @Override
    public Optional<String> position() {
        return all.bundle().settings().isLasting() ? position.map(ReadPosition::toString) : Optional.empty();
    }

    /** A row that was put aside may be one that was there before: then nothing can be said about what is missing. */
    @Override
    public Coverage coverage() {
        if (all.refused(object) > 0) {
            return Coverage.PARTIAL;
        }
        if (all.bundle().isWhole()) {
            return Coverage.FULL;
        }
        return isAllThatChanged() ? Coverage.CHANGES : Coverage.PARTIAL;
    }

    private boolean isAllThatChanged() {
        Optional<Instant> since = all.bundle().since();
        return since.isPresent()
                && changedSince.filter(asked -> !since.get().isAfter(asked)).isPresent();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
