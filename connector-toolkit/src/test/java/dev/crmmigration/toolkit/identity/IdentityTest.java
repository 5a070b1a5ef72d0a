package dev.crmmigration.toolkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.identity.RowVersions.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void makesTheSameIdsForTheSameRows() {
        SyntheticIds ids = new SyntheticIds("client");

        assertThat(ids.of("ada@example.com"))
                .isEqualTo("syn:" + digits(new SyntheticIds("client").of("ada@example.com")));
        assertThat(ids.of("ada@example.com")).isEqualTo(new SyntheticIds("client").of("ada@example.com") + "#2");
        assertThat(ids.repeated()).isEqualTo(1);
        assertThat(new SyntheticIds("coach").of("ada@example.com"))
                .isNotEqualTo(new SyntheticIds("client").of("ada@example.com"));
        assertThat(ids.of("a", "bc")).isNotEqualTo(ids.of("ab", "c"));
    }

    private static String digits(String id) {
        assertThat(id).matches("syn:[0-9a-f]{16}");
        return id.substring(4);
    }

    @ParameterizedTest
    @CsvSource({
        "' Ada@Example.COM ', ada@example.com",
        "mailto:ada@example.com, ada@example.com",
        "Ada Byron <ada@example.com>, ada@example.com",
        "'ada@example.com.,', ada@example.com",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ａda@example.com, ada@example.com",
        "a.d.a+news@example.com, a.d.a+news@example.com"
    })
    void comparesAddressesByWhatServersSee(String written, String key) {
        assertThat(EmailText.key(written)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "ada at example.com", "ada@gmial.com", "ada@example.con", "ada byron@example.com", ""})
    void takesNoKeyFromABadAddress(String written) {
        assertThat(EmailText.key(written)).isEmpty();
    }

    @Test
    void splitsSeveralAddresses() {
        assertThat(EmailText.all("a@example.com; b@example.com,c@example.com"))
                .containsExactly("a@example.com", "b@example.com", "c@example.com");
        assertThat(EmailText.looseKey("a.d.a+x@example.com")).isEqualTo(EmailText.looseKey("ada@example.com"));
    }

    @Test
    void findsRowsByWhatIsLeftOfTheirKeys() {
        KeyIndex clients = new KeyIndex();
        clients.add("cli_1");
        clients.addKey("cli_1", "email", "Ada@example.com");
        clients.add("4915123456789");
        clients.add("12345678901234567");
        clients.add("cli_2");
        clients.addKey("cli_2", "name", "Bob  Smith");
        clients.merge("cli_2", "cli_1");

        assertThat(clients.find("cli_1", Map.of())).isEqualTo(found("cli_1", null));
        assertThat(clients.find(" CLI_1", Map.of())).isEqualTo(found("cli_1", Rule.REF_CASE));
        assertThat(clients.find("gone", Map.of("email", "ada@EXAMPLE.com")))
                .isEqualTo(found("cli_1", Rule.REF_DANGLING));
        assertThat(clients.find("", Map.of("name", "bob smith"))).isEqualTo(found("cli_1", Rule.REF_DANGLING));
        assertThat(clients.find("4.91512E+12", Map.of())).isEqualTo(found("4915123456789", Rule.XL_SCI));
        assertThat(clients.find("12345678901234500", Map.of())).isEqualTo(found("12345678901234567", Rule.XL_15DIGITS));
        assertThat(clients.find("cli_2", Map.of())).isEqualTo(found("cli_1", null));
        assertThat(clients.find("gone", Map.of("email", "nobody@example.com")).isOrphan())
                .isTrue();
    }

    @Test
    void findsNobody_whenAKeyIsThatOfSeveral() {
        KeyIndex clients = new KeyIndex();
        for (String id : List.of("4915123456781", "4915123456782", "ab", "AB")) {
            clients.add(id);
            clients.addKey(id, "name", "Ada");
        }

        assertThat(clients.find("4.91512E+12", Map.of("name", "ada")).isOrphan())
                .isTrue();
        assertThat(clients.find("aB", Map.of()).isOrphan()).isTrue();
    }

    private static KeyIndex.Found found(String id, @Nullable Rule rule) {
        return new KeyIndex.Found(id, Optional.ofNullable(rule));
    }

    @Test
    void mergesRowsOfOneAddress() {
        Merge merge = Merge.of(
                List.of(
                        new Duplicate(
                                "1", Optional.of(EARLY), Map.of("phone", "1", "optIn", true, "tags", List.of("a"))),
                        new Duplicate(
                                "2",
                                Optional.of(LATE),
                                Map.of("phone", "2", "optIn", false, "tags", List.of("b", "a"))),
                        new Duplicate("3", Optional.of(EARLY), Map.of("city", "Ulm", "optIn", true, "phone", "2"))),
                "first_name",
                Set.of("optIn"));

        assertThat(merge.id()).isEqualTo("2");
        assertThat(merge.merged()).containsExactlyInAnyOrder("1", "3");
        assertThat(merge.rule()).isEqualTo(Rule.EMAIL_DUP_CASE);
        assertThat(merge.conflicts()).containsExactly("optIn", "phone");
        assertThat(merge.fields())
                .containsEntry("phone", "2")
                .containsEntry("city", "Ulm")
                .containsEntry("optIn", false)
                .containsEntry("tags", List.of("b", "a"));
    }

    @Test
    void doesNotMergePeopleWhoShareAnAddress() {
        Merge merge = Merge.of(
                List.of(
                        new Duplicate("1", Optional.empty(), Map.of("first_name", "Ada")),
                        new Duplicate("2", Optional.empty(), Map.of("first_name", "Bob"))),
                "first_name",
                Set.of());

        assertThat(merge.rule()).isEqualTo(Rule.EMAIL_SHARED);
        assertThat(merge.merged()).isEmpty();
    }

    @Test
    void tellsWhichOfSeveralRowsWithOneIdCounts() {
        RowVersions versions = new RowVersions();
        versions.see("same", 1, "x", Optional.empty());
        versions.see("same", 2, "x", Optional.empty());
        versions.see("newer", 3, "x", Optional.of(EARLY));
        versions.see("newer", 4, "y", Optional.of(LATE));
        versions.see("unclear", 5, "x", Optional.empty());
        versions.see("unclear", 6, "y", Optional.empty());

        assertThat(versions.verdict("same", 1)).isEqualTo(Verdict.COUNTS);
        assertThat(versions.verdict("same", 2)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(versions.verdict("newer", 3)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(versions.verdict("newer", 4)).isEqualTo(Verdict.COUNTS);
        assertThat(versions.verdict("unclear", 5)).isEqualTo(Verdict.CONTRADICTS);
        assertThat(versions.verdict("unclear", 6)).isEqualTo(Verdict.CONTRADICTS);
    }
}
