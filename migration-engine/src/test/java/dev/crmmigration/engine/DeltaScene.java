package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.RunReport.MappingCounts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Nine customers that were migrated, and what they are in the next generation. */
abstract class DeltaScene {

    @TempDir
    Path folder;

    Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    /** Gives the customers of the next generation, the second one renamed. */
    void nextGeneration(CrmRecord... more) {
        bench.source.clear();
        bench.customers(9);
        bench.source.add(more);
    }

    static CrmRecord renamed(int number, String name) {
        return CrmRecord.builder("customer", String.valueOf(number))
                .put("name", name)
                .put("email", "c" + number + "@example.com")
                .put("company", "Company " + number % 7)
                .build();
    }

    CrmRecord person(String name) {
        return bench.account.records("person").stream()
                .filter(record -> record.value("name").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    void edit(CrmRecord record, String field, String value) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        fields.put(field, FieldValue.of(value));
        bench.account.put(new CrmRecord(record.ref(), fields));
    }

    static MappingCounts counts(RunReport report) {
        assertThat(report.mappings()).hasSize(1);
        return report.mappings().get(0);
    }

    static void assertVerified(Migration migration) {
        Reconciliation proof = migration.verify();
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.closed()).as("%s", proof.result()).isTrue();
        assertThat(proof.roots()).hasSize(2).allMatch(Reconciliation.Root::agrees);
    }
}
