package dev.crmmigration.engine.toy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.api.source.UsualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** A source of which everything can be set: entries, fields, pages, positions, and what goes wrong. */
public final class AdjustableSource implements Source {

    private final Map<ObjectType, List<SourceEntry>> entries = new LinkedHashMap<>();
    private final Map<ObjectType, Map<String, FieldDescription>> fields = new LinkedHashMap<>();
    private final Map<String, Content> files = new LinkedHashMap<>();
    private SourceInventory inventory = SourceInventory.EMPTY;
    private SourceOutline outline = SourceOutline.NONE;
    private Optional<UsualTime> usualTime = Optional.empty();
    private int pageSize = Integer.MAX_VALUE;
    private boolean resumable;
    private Coverage coverage = Coverage.FULL;
    private IntConsumer beforePage = page -> {};
    private int pages;
    private Optional<Instant> takenAt = Optional.empty();
    private Optional<List<String>> present = Optional.empty();
    private Function<BiPredicate<String, String>, List<String>> underWay = isDecided -> List.of();

    /** Adds records, each on a line of its own of the file that is called like its object. */
    public AdjustableSource add(CrmRecord... records) {
        for (CrmRecord record : records) {
            ObjectType type = record.ref().type();
            add(SourceEntry.Read.of(record, new Origin(type.name(), of(type).size() + 1)));
        }
        return this;
    }

    public AdjustableSource add(SourceEntry.Read entry) {
        of(entry.record().ref().type()).add(entry);
        entry.record().fields().keySet().forEach(key -> describe(entry.record(), key));
        return this;
    }

    public AdjustableSource add(SourceEntry.Quarantined entry) {
        of(entry.type()).add(entry);
        return this;
    }

    private void describe(CrmRecord record, String key) {
        fields.computeIfAbsent(record.ref().type(), type -> new LinkedHashMap<>())
                .putIfAbsent(key, FieldDescription.builder(key, FieldType.TEXT).build());
    }

    private List<SourceEntry> of(ObjectType type) {
        return entries.computeIfAbsent(type, object -> new ArrayList<>());
    }

    /** Adds a file that records can name. */
    public AdjustableSource file(String id, Content content) {
        files.put(id, content);
        return this;
    }

    /** Describes a field otherwise than as text. */
    public AdjustableSource field(String object, FieldDescription field) {
        fields.computeIfAbsent(ObjectType.of(object), type -> new LinkedHashMap<>())
                .put(field.key(), field);
        return this;
    }

    /** Says what the records stand for. */
    public AdjustableSource coverage(Coverage kind) {
        coverage = kind;
        return this;
    }

    public AdjustableSource add(SourceEntry.Deleted entry) {
        of(entry.ref().type()).add(entry);
        return this;
    }

    /** Forgets all records, so that others can be added. */
    public void clear() {
        entries.clear();
    }

    /** Says which records of each object are there, whatever is given. */
    public AdjustableSource present(String... ids) {
        present = Optional.of(List.of(ids));
        return this;
    }

    /** Says what is under way, for whoever tells what is decided. */
    public AdjustableSource underWay(Function<BiPredicate<String, String>, List<String>> question) {
        underWay = question;
        return this;
    }

    /** Says when the export was taken. */
    public AdjustableSource takenAt(Instant moment) {
        takenAt = Optional.of(moment);
        return this;
    }

    /** Says what is known without any data. */
    public AdjustableSource outline(SourceOutline instance) {
        outline = instance;
        return this;
    }

    /** Says how long people are told to wait. */
    public AdjustableSource usualTime(UsualTime time) {
        usualTime = Optional.of(time);
        return this;
    }

    public AdjustableSource inventory(SourceInventory instance) {
        inventory = instance;
        return this;
    }

    /**
     * Sets the size of pages.
     *
     * @param positions whether the pages of a cursor have positions at which a later one can go on
     */
    public AdjustableSource pages(int size, boolean positions) {
        pageSize = size;
        resumable = positions;
        return this;
    }

    /** Is called before every page with its number, counted from 1 over all cursors; may throw. */
    public AdjustableSource beforePage(IntConsumer fault) {
        beforePage = fault;
        return this;
    }

    /** Counts the pages that were asked for. */
    public int pages() {
        return pages;
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
    public SourceOutline outline() {
        return outline;
    }

    @Override
    public Optional<UsualTime> usualTime(String destination) {
        return usualTime;
    }

    @Override
    public List<String> underWay(Settings settings, ConnectorContext context, BiPredicate<String, String> isDecided) {
        return underWay.apply(isDecided);
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        return new SourceSession() {
            @Override
            public Catalog catalog() {
                return new Catalog(
                        "toy",
                        entries.keySet().stream()
                                .map(type -> new ObjectDescription(
                                        type,
                                        List.copyOf(fields.getOrDefault(type, Map.of())
                                                .values()),
                                        ObjectTraits.SOURCE))
                                .toList(),
                        List.of());
            }

            @Override
            public RecordCursor read(ReadRequest request) {
                return new Cursor(
                        of(request.type()), request.from().map(Integer::valueOf).orElse(0));
            }

            @Override
            public Content open(String attachmentId) {
                Content content = files.get(attachmentId);
                if (content == null) {
                    throw new FatalConnectorException("the source has lost a file");
                }
                return content;
            }

            @Override
            public Optional<Instant> takenAt() {
                return takenAt;
            }

            @Override
            public SourceInventory inventory() {
                return inventory;
            }
        };
    }

    private final class Cursor implements RecordCursor {

        private final List<SourceEntry> all;
        private int position;

        private Cursor(List<SourceEntry> all, int from) {
            this.all = all;
            this.position = from;
        }

        @Override
        public List<SourceEntry> next() {
            pages++;
            beforePage.accept(pages);
            int end = (int) Math.min(all.size(), (long) position + pageSize);
            List<SourceEntry> page = List.copyOf(all.subList(position, end));
            position = end;
            return page;
        }

        @Override
        public Optional<String> position() {
            return resumable ? Optional.of(String.valueOf(position)) : Optional.empty();
        }

        @Override
        public Coverage coverage() {
            return coverage;
        }

        @Override
        public Optional<Present> present() {
            return present.map(ids -> {
                List<List<String>> pages = new ArrayList<>(List.of(ids));
                return () -> pages.isEmpty() ? List.of() : pages.remove(0);
            });
        }
    }
}
