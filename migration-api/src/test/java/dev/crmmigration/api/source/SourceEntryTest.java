package dev.crmmigration.api.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceEntryTest {

    private static final ObjectType CONTACT = ObjectType.of("contact");
    private static final Origin ORIGIN = new Origin("contacts.csv", 7);

    @Test
    void tellsRecordsFromRowsPutAside() {
        SourceEntry read = SourceEntry.Read.of(CrmRecord.builder("contact", "1").build(), ORIGIN);
        SourceEntry aside = new SourceEntry.Quarantined(CONTACT, ORIGIN, "email", "two-addresses");

        assertThat(read.<String>match(it -> "read " + it.version(), it -> "aside", it -> "deleted"))
                .isEqualTo("read 0");
        assertThat(aside.<String>match(it -> "read", it -> "aside " + it.column(), it -> "deleted"))
                .isEqualTo("aside email");
        assertThat(List.of(read.origin(), aside.origin()))
                .allMatch(origin -> origin.toString().equals("contacts.csv:7"));
    }

    @Test
    void goesOnWhereACursorStood_withWhatWasAskedFor() {
        ReadRequest changes = new ReadRequest(CONTACT, Optional.empty(), Optional.of(Instant.EPOCH));

        assertThat(changes.from("page-2"))
                .isEqualTo(new ReadRequest(CONTACT, Optional.of("page-2"), Optional.of(Instant.EPOCH)));
        assertThat(ReadRequest.all(CONTACT)).isEqualTo(new ReadRequest(CONTACT, Optional.empty(), Optional.empty()));
    }

    @Test
    void promisesNothing_whenASourceSaysNothing() {
        RecordCursor cursor = List::of;
        try (SourceSession session = new Least()) {
            assertThat(cursor.position()).isEmpty();
            assertThat(cursor.coverage()).isEqualTo(Coverage.PARTIAL);
            assertThat(session.inventory()).isEqualTo(SourceInventory.EMPTY);
            assertThatThrownBy(() -> session.open("f1"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("no attachments");
        }
    }

    private static final class Least implements SourceSession {
        @Override
        public Catalog catalog() {
            return new Catalog("export", List.of(), List.of());
        }

        @Override
        public RecordCursor read(ReadRequest request) {
            return List::of;
        }
    }
}
