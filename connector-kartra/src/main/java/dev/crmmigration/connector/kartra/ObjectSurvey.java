package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one object's files say as a whole, which no row says alone. Made by reading all of them. */
final class ObjectSurvey {

    private final KartraObject object;
    private final List<ExportFile> files;
    private final RowRelations relations;
    private final ContactLinks links;
    private final Map<String, NameColumn> names = new LinkedHashMap<>();
    private final Map<String, CustomColumn> columns = new LinkedHashMap<>();
    private final Map<String, CustomField> customFields = new LinkedHashMap<>();
    private final Map<String, NameSplitter> splitters = new LinkedHashMap<>();
    private final Map<String, Long> repeatedHeaders = new LinkedHashMap<>();
    private long refused;

    private ObjectSurvey(KartraObject object, List<ExportFile> files, ContactLinks links) {
        this.object = object;
        this.files = files;
        this.links = links;
        this.relations = object.relations();
    }

    /** @param links sees the rows of all objects, of which contacts are surveyed first */
    static ObjectSurvey of(KartraObject object, KartraExport export, KartraSettings settings, ContactLinks links) {
        ObjectSurvey survey = new ObjectSurvey(object, export.files(object), links);
        for (ExportFile file : survey.files) {
            file.columns().forEach(column -> survey.expect(column, export.dictionaries(), settings));
        }
        survey.files.forEach(survey::look);
        survey.relate();
        survey.conclude();
        return survey;
    }

    private void expect(BoundColumn column, Dictionaries known, KartraSettings settings) {
        if (column.kind() == CellKind.NAMES) {
            names.computeIfAbsent(column.key(), key -> new NameColumn(settings.tagSeparator(), known.names(key)));
        }
        if (column.isCustom()) {
            boolean ofContact = object.type().equals(Contacts.TYPE);
            columns.computeIfAbsent(
                    column.key(), key -> new CustomColumn(key, column.header(), known.definition(column), ofContact));
        }
    }

    private void look(ExportFile file) {
        try (TabularReader reader = file.table().read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                Row read = row(file, row);
                if (read == null) {
                    refused++;
                } else {
                    see(read);
                }
            }
            repeatedHeaders.put(file.name(), reader.repeatedHeaders());
        }
    }

    private void see(Row row) {
        relations.see(row);
        links.see(object.type(), row);
        names.forEach((key, column) -> see(row, key, column::see));
        columns.forEach((key, column) -> see(row, key, column::see));
    }

    private static void see(Row row, String key, Consumer<String> column) {
        String text = row.text(key);
        if (text != null) {
            column.accept(text);
        }
    }

    private void relate() {
        if (relations.endFirstLook()) {
            files.forEach(this::lookAgain);
        }
        relations.decide();
    }

    private void lookAgain(ExportFile file) {
        try (TabularReader reader = file.table().read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                Row read = row(file, row);
                if (read != null) {
                    relations.seeAgain(read);
                }
            }
        }
    }

    private static @Nullable Row row(ExportFile file, TabularRow row) {
        if (!(row instanceof TabularRow.Data data)) {
            return null;
        }
        try {
            return file.rows().read(data);
        } catch (RowRefusedException e) {
            return null;
        }
    }

    private void conclude() {
        names.forEach((key, column) -> splitters.put(key, column.splitter()));
        columns.forEach((key, column) -> customFields.put(key, column.field()));
    }

    /** Completes a row by what is known of all of them. */
    void complete(Row row) {
        links.mend(object.type(), row);
        relations.complete(row);
        splitters.forEach((key, splitter) -> see(row, key, text -> row.put(key, orNothing(splitter.split(text)))));
        customFields.forEach((key, field) -> see(row, key, text -> row.put(key, field.value(text, row))));
    }

    /** Tells whether a row is the one of its id that counts. */
    boolean counts(Row row) {
        return relations.counts(row);
    }

    /** A cell that holds separators only names nothing. */
    private static @Nullable Object orNothing(List<String> names) {
        return names.isEmpty() ? null : names;
    }

    KartraObject object() {
        return object;
    }

    List<ExportFile> files() {
        return files;
    }

    /** Returns the columns of several names, by key. */
    Map<String, NameColumn> names() {
        return names;
    }

    /** Returns the custom fields but for columns that have neither header nor value. */
    List<CustomField> customFields() {
        return customFields.entrySet().stream()
                .filter(entry -> isColumn(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isColumn(String key) {
        CustomColumn column = columns.get(key);
        boolean isNamed = files.stream()
                .flatMap(file -> file.columns().stream())
                .anyMatch(one -> one.key().equals(key) && !one.header().isEmpty());
        return isNamed || (column != null && !column.isEmpty());
    }

    /** Returns how many rows are put aside. */
    long refused() {
        return refused;
    }

    /** Returns how often the header stands again within each file. */
    Map<String, Long> repeatedHeaders() {
        return repeatedHeaders;
    }

    /** Returns the records of another object that the rows told of. */
    List<CrmRecord> folded(ObjectType type) {
        return relations.folded(type);
    }

    List<String> gaps() {
        return relations.gaps();
    }
}
