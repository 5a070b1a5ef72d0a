package dev.crmmigration.engine.toy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.util.ArrayList;
import java.util.List;

/** A source that reads a list of records: everything that a partner has to write. */
public final class ToySource implements Source {

    private final List<CrmRecord> records;

    public ToySource(List<CrmRecord> records) {
        this.records = List.copyOf(records);
    }

    @Override
    public String platform() {
        return "toy";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        return new SourceSession() {
            @Override
            public Catalog catalog() {
                return new Catalog(
                        "toy",
                        records.stream()
                                .map(record -> record.ref().type())
                                .distinct()
                                .map(type -> new ObjectDescription(type, fields(type.name()), ObjectTraits.SOURCE))
                                .toList(),
                        List.of());
            }

            @Override
            public RecordCursor read(ReadRequest request) {
                List<SourceEntry> entries = new ArrayList<>();
                for (CrmRecord record : records) {
                    if (record.ref().type().equals(request.type())) {
                        entries.add(SourceEntry.Read.of(
                                record, new Origin(request.type().name(), entries.size() + 1)));
                    }
                }
                return () -> {
                    List<SourceEntry> page = List.copyOf(entries);
                    entries.clear();
                    return page;
                };
            }
        };
    }

    private List<FieldDescription> fields(String type) {
        return records.stream()
                .filter(record -> record.ref().type().name().equals(type))
                .flatMap(record -> record.fields().keySet().stream())
                .distinct()
                .map(key -> FieldDescription.builder(key, FieldType.TEXT).build())
                .toList();
    }
}
