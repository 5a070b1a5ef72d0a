package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.CrmRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile says about values, links, tags and contacts. */
class ProfileTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    private Profile profile() {
        return profile(bench);
    }

    private static Profile profile(Bench bench) {
        try (Migration migration = bench.open()) {
            migration.extract();
            return migration.profile();
        }
    }

    private void field(String key, FieldType type) {
        bench.source.field("customer", FieldDescription.builder(key, type).build());
    }

    private static Profile.FieldProfile field(Profile profile, String key) {
        return profile.objects().get(0).fields().stream()
                .filter(field -> field.field().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatValuesAre_andThatTheDeclaredTypeDiffers() {
        field("joined", FieldType.TEXT);
        field("budget", FieldType.TEXT);
        for (int i = 1; i <= 30; i++) {
            bench.source.add(Bench.customer(i)
                    .put("joined", "2024-03-" + (10 + i % 10))
                    .put("budget", i % 2 == 0 ? "$ 1,200" : "open")
                    .build());
        }

        Profile profile = profile();

        assertThat(field(profile, "joined").values()).satisfies(values -> {
            assertThat(values.looksLike()).isEqualTo("date");
            assertThat(values.differs()).isTrue();
            assertThat(values.distinct()).isEqualTo(10);
            assertThat(values.distinctExact()).isTrue();
            assertThat(values.longest()).isEqualTo(10);
        });
        assertThat(field(profile, "budget").values()).satisfies(values -> {
            assertThat(values.looksLike()).isEmpty();
            assertThat(values.differs()).isFalse();
            assertThat(values.detected()).isEqualTo(Map.of("money", 15L));
            assertThat(values.top())
                    .containsExactly(new Profile.ValueCount("$ 1,200", 15), new Profile.ValueCount("open", 15));
        });
    }

    @Test
    void showsNoValues_whenTheyReachPeople() {
        field("private", FieldType.TEXT);
        for (int i = 1; i <= 20; i++) {
            bench.source.add(Bench.customer(i)
                    .put("private", i == 1 ? "+44 20 7946 0958" : "none")
                    .build());
        }

        assertThat(field(profile(), "private").values().top()).isEmpty();
    }

    @Test
    void estimatesHowManyValuesDiffer_whenTheyAreTooManyToCount() {
        for (int i = 1; i <= 3_000; i++) {
            bench.source.add(Bench.customer(i).build());
        }

        assertThat(field(profile(), "email").values()).satisfies(values -> {
            assertThat(values.distinctExact()).isFalse();
            assertThat(values.distinct()).isBetween(2_800L, 3_200L);
            assertThat(values.looksLike()).isEqualTo("email");
        });
    }

    @Test
    void countsContactsThatOneWouldNotPayFor() {
        field("status", FieldType.TEXT);
        field("gdpr_communications", FieldType.TEXT);
        field("last_activity", FieldType.DATE);
        bench.source.add(
                Bench.customer(1).put("status", "Bounced").build(),
                Bench.customer(2).put("status", "unsubscribed").build(),
                Bench.customer(3)
                        .put("status", "active")
                        .put("gdpr_communications", "NO")
                        .build(),
                Bench.customer(4).put("last_activity", LocalDate.of(2020, 1, 1)).build(),
                Bench.customer(5)
                        .put("last_activity", LocalDate.of(2025, 12, 1))
                        .build());

        assertThat(profile().standing())
                .filteredOn(count -> count.records() > 0)
                .extracting(
                        Profile.ContactStanding::standing,
                        Profile.ContactStanding::field,
                        Profile.ContactStanding::records)
                .containsExactlyInAnyOrder(
                        tuple("bounced", "status", 1L),
                        tuple("unsubscribed", "status", 1L),
                        tuple("unsubscribed", "gdpr_communications", 1L),
                        tuple("stale", "last_activity", 1L));
    }

    @Test
    void marksTagsThatAreTracesOfBehaviour() {
        field("tags", FieldType.CHOICES);
        bench.source.add(
                Bench.customer(1)
                        .put("tags", List.of("VIP", "Clicked: spring offer"))
                        .build(),
                Bench.customer(2).put("tags", List.of("VIP")).build());

        assertThat(profile().tags()).singleElement().satisfies(tags -> {
            assertThat(tags.distinct()).isEqualTo(2);
            assertThat(tags.behavioural()).isEqualTo(1);
            assertThat(tags.names())
                    .containsExactly(
                            new Profile.TagCount("VIP", 2, false),
                            new Profile.TagCount("Clicked: spring offer", 1, true));
        });
    }

    @Test
    void findsReferencesThatLeadNowhere_andThoseThatCanBeMended() {
        bench.source.field(
                "order", FieldDescription.builder("customer_id", FieldType.TEXT).build());
        bench.source.add(
                Bench.customer(7).build(),
                CrmRecord.builder("order", "a").put("customer_id", "7").build(),
                CrmRecord.builder("order", "b").put("customer_id", "007").build(),
                CrmRecord.builder("order", "c").put("customer_id", "8").build(),
                CrmRecord.builder("order", "d").build());

        assertThat(profile().links()).singleElement().satisfies(link -> {
            assertThat(link.to()).isEqualTo("customer");
            assertThat(link.filled()).isEqualTo(3);
            assertThat(link.empty()).isEqualTo(1);
            assertThat(link.broken()).isEqualTo(2);
            assertThat(link.mendable()).isEqualTo(1);
            assertThat(link.repair()).startsWith("1 differ in case, spaces or leading zeros only");
        });
    }

    @Test
    void saysTheSame_inWhateverOrderTheRecordsCome() {
        List<CrmRecord> records = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            records.add(Bench.customer(i).put("company", "Company " + i % 13).build());
            records.add(CrmRecord.builder("customer", "x" + i)
                    .put("name", "Customer " + i % 90)
                    .put("email", "C" + i % 90 + "@example.com")
                    .build());
        }
        Profile before = shuffled(records, "first", 1);

        assertThat(shuffled(records, "second", 2)).isEqualTo(before);
        assertThat(before.duplicates())
                .singleElement()
                .satisfies(found -> assertThat(found.groups()).isPositive());
    }

    private Profile shuffled(List<CrmRecord> records, String name, long seed) {
        Bench other = new Bench(folder.resolve(name));
        List<CrmRecord> order = new ArrayList<>(records);
        // The first record decides the order of the toy's fields
        Collections.shuffle(order.subList(1, order.size()), new Random(seed));
        order.forEach(record -> other.source.add(record));
        return profile(other);
    }
}
