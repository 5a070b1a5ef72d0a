package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.engine.Plan.FieldView;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToyAccount;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A customer with fields that no row reads, and an account. */
abstract class FieldProposalScene {

    static final Instant MET = Instant.parse("2025-04-01T09:30:00Z");

    @TempDir
    Path folder;

    Bench bench;

    @BeforeEach
    void customers() {
        bench = bench("workspace");
    }

    Bench bench(String workspace) {
        Bench made = new Bench(folder.resolve(workspace), new ToyAccount());
        made.account.user(Bench.OWNER);
        made.mappings(new AdjustableMapping("CustomerToPerson")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("email", "email")
                        .build())
                .loss(new Loss("Fax number", "nobody faxes", "it stays behind")));
        made.destination.field(
                "person", FieldDescription.builder("email", FieldType.TEXT).build());
        made.destination.schema(new ToySchema());
        return made;
    }

    void source(String key, FieldType type, Object value) {
        source(bench, key, type, value);
    }

    static void source(Bench bench, String key, FieldType type, Object value) {
        bench.source.add(Bench.customer(1).put(key, value).build());
        bench.source.field(
                "customer", FieldDescription.builder(key, type).custom().build());
    }

    void target(String key, String label, FieldType type) {
        bench.destination.field(
                "person", FieldDescription.builder(key, type).label(label).build());
    }

    /** A field for which a person has to confirm: the moment loses its time. */
    void firstContact() {
        source("First contact date", FieldType.INSTANT, MET);
        target("first_contact", "First contact date", FieldType.DATE);
    }

    static FieldView only(Plan plan) {
        assertThat(plan.fields()).hasSize(1);
        return plan.fields().get(0);
    }

    void decide(String decision, String target) {
        bench.edit(plan -> entry(plan).put("decision", decision).put("target", target));
    }

    static ObjectNode entry(JsonNode plan) {
        return (ObjectNode) plan.get("fields").get(0);
    }
}
