package dev.crmmigration.examples.cli.everything;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** An invented source that has something for every object that Pipedrive can hold. */
final class Practice implements Source {

    private static final Instant BEGIN = Instant.parse("2021-03-01T08:00:00Z");

    private final Map<ObjectType, List<SourceEntry>> entries = new LinkedHashMap<>();
    private final Map<ObjectType, Set<String>> fields = new LinkedHashMap<>();

    /** Invents a practice with so many contacts, and about as much around each as a real one has. */
    Practice(int contacts) {
        for (int i = 1; i <= Math.max(2, contacts / 4); i++) {
            company(i);
        }
        for (int i = 1; i <= Math.max(2, contacts / 20); i++) {
            add(CrmRecord.builder("good", "g" + i).put("name", "Course " + i).put("price", money(i, "EUR")));
        }
        for (int i = 1; i <= contacts; i++) {
            contact(i, contacts);
        }
    }

    private void company(int i) {
        CrmRecord.Builder company = CrmRecord.builder("company", "o" + i)
                .put("name", "Company " + i)
                .put("site", "https://company" + i + ".example")
                .put("since", BEGIN.plus(i, ChronoUnit.DAYS));
        add(i % 3 == 0 ? company.put("parent", "o" + i / 3) : company);
    }

    private void contact(int i, int contacts) {
        add(CrmRecord.builder("contact", "c" + i)
                .put("name", "Person " + i)
                .put("email", "person" + i + "@customers.example")
                .put("company", "o" + (1 + i % Math.max(2, contacts / 4)))
                .put("tier", i % 2 == 0 ? "Gold" : "Silver")
                .put("born", LocalDate.of(1960 + i % 40, 1 + i % 12, 1 + i % 28))
                .put("joined", BEGIN.plus(i, ChronoUnit.HOURS)));
        if (i % 2 == 0) {
            opportunity(i, contacts);
        } else if (i % 5 == 0) {
            add(CrmRecord.builder("prospect", "l" + i)
                    .put("title", "Prospect " + i)
                    .put("contact", "c" + i)
                    .put("worth", money(i, "EUR")));
        }
        add(CrmRecord.builder("visit", "v" + i)
                .put("subject", "Visit " + i)
                .put("contact", "c" + i)
                .put("at", BEGIN.plus(i, ChronoUnit.HOURS)));
        if (i % 3 == 0) {
            add(CrmRecord.builder("memo", "m" + i)
                    .put("text", "Said <b>yes</b> to offer " + i)
                    .put("contact", "c" + i)
                    .put("at", BEGIN.plus(i, ChronoUnit.HOURS)));
        }
        if (i % 10 == 0) {
            add(CrmRecord.builder("paper", "f" + i)
                    .put("contact", "c" + i)
                    .put("scan", new AttachmentRef("scan " + i, "paper" + i + ".txt")));
        }
    }

    private void opportunity(int i, int contacts) {
        add(CrmRecord.builder("opportunity", "d" + i)
                .put("title", "Package " + i)
                .put("contact", "c" + i)
                .put("company", "o" + (1 + i % Math.max(2, contacts / 4)))
                .put("second", "c" + (i == 2 ? 1 : i - 1))
                .put("worth", money(i, "EUR"))
                .put("state", i % 6 == 0 ? "won" : "open")
                .put("closed", BEGIN.plus(i, ChronoUnit.DAYS)));
        add(CrmRecord.builder("line", "p" + i)
                .put("opportunity", "d" + i)
                .put("good", "g" + (1 + i % Math.max(2, contacts / 20)))
                .put("price", BigDecimal.valueOf(10L + i))
                .put("count", BigDecimal.valueOf(1 + i % 3)));
    }

    private static Money money(int i, String currency) {
        return new Money(BigDecimal.valueOf(1_000L + i, 2), currency);
    }

    private void add(CrmRecord.Builder builder) {
        CrmRecord record = builder.build();
        ObjectType type = record.ref().type();
        List<SourceEntry> known = entries.computeIfAbsent(type, object -> new ArrayList<>());
        known.add(SourceEntry.Read.of(record, new Origin(type.name(), known.size() + 1)));
        fields.computeIfAbsent(type, object -> new LinkedHashSet<>())
                .addAll(record.fields().keySet());
    }

    /** Counts the records of an object. */
    int count(String object) {
        return entries.getOrDefault(ObjectType.of(object), List.of()).size();
    }

    @Override
    public String platform() {
        return PracticeMappings.SOURCE;
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
                List<ObjectDescription> objects = new ArrayList<>();
                fields.forEach((type, keys) -> objects.add(new ObjectDescription(
                        type,
                        keys.stream()
                                .map(key -> FieldDescription.builder(key, FieldType.TEXT)
                                        .build())
                                .toList(),
                        ObjectTraits.SOURCE)));
                return new Catalog("practice", objects, List.of());
            }

            @Override
            public RecordCursor read(ReadRequest request) {
                return new Cursor(entries.getOrDefault(request.type(), List.of()));
            }

            @Override
            public Content open(String attachmentId) {
                return new Text("Contents of " + attachmentId);
            }
        };
    }

    private record Text(String text) implements Content {

        @Override
        public OptionalLong size() {
            return OptionalLong.of(text.getBytes(UTF_8).length);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(UTF_8));
        }
    }

    private static final class Cursor implements RecordCursor {

        private static final int PAGE = 1_000;

        private final List<SourceEntry> all;
        private int position;

        Cursor(List<SourceEntry> all) {
            this.all = all;
        }

        @Override
        public List<SourceEntry> next() {
            int end = Math.min(all.size(), position + PAGE);
            List<SourceEntry> page = List.copyOf(all.subList(position, end));
            position = end;
            return page;
        }

        @Override
        public Coverage coverage() {
            return Coverage.FULL;
        }
    }
}
