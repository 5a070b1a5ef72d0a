package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.CrmRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which contacts and companies are said to be the same, how surely, and why. */
class DuplicatesTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    private Profile.DuplicateProfile found() {
        try (Migration migration = bench.open()) {
            List<Profile.DuplicateProfile> found = migration.extract().duplicates();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private static CrmRecord.Builder contact(String id, String first, String last) {
        return CrmRecord.builder("contact", id).put("first_name", first).put("last_name", last);
    }

    private static CrmRecord.Builder company(String id, String name) {
        return CrmRecord.builder("company", id).put("name", name);
    }

    @Test
    void linksTheSameAddress_whenTheNamesAreFormsOfOne() {
        bench.source.add(
                contact("1", "Robert", "Barwell")
                        .put("email", "rob@barwell.example")
                        .build(),
                contact("2", "Bob", "Barwell")
                        .put("email", "Rob@Barwell.example ")
                        .build());

        Profile.DuplicateProfile found = found();

        assertThat(found.groups()).isEqualTo(1);
        assertThat(found.reviewPairs()).isZero();
        assertThat(found.first()).singleElement().satisfies(group -> {
            assertThat(group.tier()).isEqualTo("auto");
            assertThat(group.records()).containsExactly("1", "2");
            assertThat(group.reasons()).containsExactly("same e-mail", "first name in another form");
        });
    }

    @Test
    void asksAPerson_whenOneAddressHasTwoNames_orIsReadByMany() {
        bench.source.add(
                contact("1", "Ann", "Barwell")
                        .put("email", "home@barwell.example")
                        .build(),
                contact("2", "Omar", "Barwell")
                        .put("email", "home@barwell.example")
                        .build(),
                contact("3", "Ida", "Norley")
                        .put("email", "info@norley.example")
                        .build(),
                contact("4", "Ida", "Norley")
                        .put("email", "info@norley.example")
                        .build());

        Profile.DuplicateProfile found = found();

        assertThat(found.groups()).isZero();
        assertThat(found.first()).extracting(Profile.DuplicateGroup::tier).containsExactly("review", "review");
        assertThat(found.first())
                .extracting(Profile.DuplicateGroup::records)
                .containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void keepsTheSameNameApart_whenNothingElseIsTheSame() {
        bench.source.add(
                contact("1", "Ann", "Barwell").put("email", "ann@one.example").build(),
                contact("2", "Ann", "Barwell").put("email", "a.b@two.example").build());

        assertThat(found().first()).isEmpty();
    }

    @Test
    void asksAPerson_whenNameAndNumberAreTheSameInOtherFormats() {
        bench.source.add(
                contact("1", "Ann", "Barwell").put("phone", "+44 20 7946 0958").build(),
                contact("2", "ANN", "Barwel").put("phone", "(020) 7946-0958").build());

        assertThat(found().first()).singleElement().satisfies(group -> {
            assertThat(group.tier()).isEqualTo("review");
            assertThat(group.reasons()).anyMatch(reason -> reason.startsWith("same phone (+"));
            assertThat(group.reasons()).noneMatch(reason -> reason.contains("Barwel"));
            assertThat(group.probability()).isBetween(0.8, 1.0);
        });
    }

    @Test
    void separatesColleagues_whoseAddressesAndFirstNamesDiffer() {
        bench.source.add(
                contact("1", "Ann", "Barwell")
                        .put("email", "ann@shop.example")
                        .put("phone", "+442079460958")
                        .build(),
                contact("2", "Omar", "Barwell")
                        .put("email", "omar@shop.example")
                        .put("phone", "+442079460958")
                        .build());

        assertThat(found().first()).isEmpty();
    }

    @Test
    void linksCompanies_byDomainAndName_butNotByProviderOfMail() {
        bench.source.add(
                company("1", "Barwell Foods Ltd")
                        .put("website", "https://www.barwell.example/shop")
                        .build(),
                company("2", "Barwell Foods GmbH")
                        .put("website", "barwell.example")
                        .build(),
                company("3", "Norley Design").put("email", "norley@gmail.com").build(),
                company("4", "Holm Legal").put("email", "holm@gmail.com").build(),
                company("5", "Barwell Media")
                        .put("website", "media.barwell.example")
                        .build());

        Profile.DuplicateProfile found = found();

        assertThat(found.kind()).isEqualTo("company");
        assertThat(found.groups()).isEqualTo(1);
        assertThat(found.first())
                .filteredOn(group -> group.tier().equals("auto"))
                .extracting(Profile.DuplicateGroup::records)
                .containsExactly(List.of("1", "2"));
        assertThat(found.first())
                .filteredOn(group -> group.tier().equals("review"))
                .extracting(Profile.DuplicateGroup::records)
                .containsExactly(List.of("1", "5"), List.of("2", "5"));
    }

    @Test
    void keepsCompaniesApart_whoseRegistrationNumbersDiffer() {
        bench.source.add(
                company("1", "Barwell")
                        .put("website", "barwell.example")
                        .put("vat_number", "GB 1")
                        .build(),
                company("2", "Barwell")
                        .put("website", "barwell.example")
                        .put("vat_number", "GB 2")
                        .build());

        assertThat(found().first()).isEmpty();
    }

    @Test
    void reportsBlocksThatAreTooLargeToCompare() {
        for (int i = 0; i < 201; i++) {
            bench.source.add(contact(String.valueOf(i), "Ann" + i, "Barwell")
                    .put("email", "info@shop.example")
                    .build());
        }

        Profile.DuplicateProfile found = found();

        assertThat(found.dropped()).contains(new Profile.DroppedBlocks("e-mail", 1, 201));
        assertThat(found.first()).isEmpty();
    }

    @Test
    void leavesAChainOfMoreThanFive_toAPerson() {
        for (int i = 0; i < 6; i++) {
            bench.source.add(contact(String.valueOf(i), "Ann", "Barwell")
                    .put("email", "ann@shop.example")
                    .build());
        }

        Profile.DuplicateProfile found = found();

        assertThat(found.groups()).isZero();
        assertThat(found.reviewPairs()).isEqualTo(15);
        assertThat(found.first())
                .singleElement()
                .satisfies(group -> assertThat(group.reasons()).containsExactly("a chain of 6 records, more than 5"));
    }
}
