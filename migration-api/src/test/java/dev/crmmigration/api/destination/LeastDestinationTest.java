package dev.crmmigration.api.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a destination can do that implements only what it must. */
class LeastDestinationTest {

    private static final ObjectType DEAL = ObjectType.of("deal");

    @Test
    void costsNothing_keepsValuesAsTheyAre_andLeavesAttemptsToTheEngine() {
        try (Least least = new Least()) {
            FieldDescription title =
                    FieldDescription.builder("title", FieldType.TEXT).build();

            assertThat(least.pricing().allowances()).isEmpty();
            assertThat(least.pricing().write(DEAL, Pricing.Action.CREATE, 1)).isEmpty();
            assertThat(least.pricing().read(new ScanRequest.All(DEAL), 1000)).isEmpty();
            assertThat(least.canonical(DEAL, title, "A")).isEqualTo(Stored.as("A"));
            assertThat(least.writer().resolve(List.of(), ref -> false)).isEmpty();
        }
    }

    @Test
    void saysWhatItCannotDo() {
        try (Least least = new Least()) {
            assertThatThrownBy(least::reader)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("cannot be read back");
            assertThat(least.schema().keys()).isEmpty();
            assertThat(least.schema().ensure(SchemaElement.pipeline(DEAL, "Sales"), Set.of()))
                    .isInstanceOf(SchemaOutcome.ForAPerson.class);
        }
    }

    private static final class Least implements DestinationSession {
        @Override
        public Catalog catalog() {
            return new Catalog("acme", List.of(), List.of());
        }

        @Override
        public RecordWriter writer() {
            return batch -> List.of();
        }
    }
}
