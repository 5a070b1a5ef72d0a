package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KartraTagTest {

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void setUp() {
        export = new ExportOnDisk(folder);
    }

    @Test
    void splitsAtSemicolons_whenCellsHaveThem() {
        assertThat(tags("VIP; Buyer, gold ;;vip", "Buyer, gold", ""))
                .containsExactly(List.of("VIP", "Buyer, gold"), List.of("Buyer, gold"), List.of());
        assertThat(gaps()).contains("column tags was split at ';': 2 cells hold 2 distinct names");
    }

    @Test
    void splitsAtCommas_whenNoCellHasASemicolon() {
        assertThat(tags("VIP,Buyer", "Buyer")).containsExactly(List.of("VIP", "Buyer"), List.of("Buyer"));
    }

    @Test
    void splitsAtCommas_whenThatGivesFewerNames() {
        assertThat(tags("Member; yearly,Buyer", "Member; yearly", "Buyer"))
                .containsExactly(List.of("Member; yearly", "Buyer"), List.of("Member; yearly"), List.of("Buyer"));
    }

    @Test
    void splitsAtSemicolons_whenOneCombinationRepeatsAndAnotherNameHasAComma() {
        assertThat(tags("A;B", "A;B", "Smith, John;A"))
                .containsExactly(List.of("A", "B"), List.of("A", "B"), List.of("Smith, John", "A"));
    }

    @Test
    void splitsAtBars_whenThereIsNothingElse() {
        assertThat(tags("VIP|Buyer", "Buyer")).containsExactly(List.of("VIP", "Buyer"), List.of("Buyer"));
    }

    @Test
    void splitsAsToldTo() {
        export.setting("tagSeparator", ",");

        assertThat(tags("VIP;Buyer,x", "VIP;Buyer")).containsExactly(List.of("VIP;Buyer", "x"), List.of("VIP;Buyer"));
    }

    @Test
    void keepsKnownNamesWhole() {
        export.file("tags.csv", "tag_name", "VIP", "\"Webinar, June\"", "\"Webinar, June; replay\"");

        assertThat(tags("VIP,\"\"Webinar, June; replay\"\",New".replace("\"\"", ""), "Webinar, June;VIP"))
                .containsExactly(List.of("VIP", "Webinar, June; replay", "New"), List.of("Webinar, June", "VIP"));
        assertThat(gaps())
                .contains(
                        "column tags was split at ';,|': 2 cells hold 4 distinct names, 1 of them not in the list of names");
    }

    @Test
    void prefersTheSeparatorThatGivesKnownNamesOnly() {
        export.file("tags.csv", "tag_name", "VIP", "Buyer; gold");

        assertThat(tags("VIP,Buyer; gold", "Buyer; gold"))
                .containsExactly(List.of("VIP", "Buyer; gold"), List.of("Buyer; gold"));
        assertThat(gaps()).contains("column tags was split at ',': 2 cells hold 2 distinct names");
    }

    @Test
    void holdsNothing_whenACellHasSeparatorsOnly() {
        export.file("c.csv", "email,tags", "a@example.com,;;", "b@example.com,A;B");

        assertThat(export.records("contact").get(0).fields()).doesNotContainKey("tags");
    }

    @Test
    void decidesForEveryColumnAlone() {
        export.file("c.csv", "email,tags,lists,sequences", "a@example.com,\"A;B\",\"C,D\",\"Welcome|Offer\"");

        var contact = export.onlyRecord("contact");

        assertThat(contact.value("tags")).contains(List.of("A", "B"));
        assertThat(contact.value("lists")).contains(List.of("C", "D"));
        assertThat(contact.value("sequences")).contains(List.of("Welcome", "Offer"));
        assertThat(export.open().inventory().automations()).containsExactly("Offer", "Welcome");
    }

    private List<List<?>> tags(String... cells) {
        String[] lines = new String[cells.length + 1];
        lines[0] = "email,tags";
        for (int i = 0; i < cells.length; i++) {
            lines[i + 1] = "c" + i + "@example.com,\"" + cells[i] + "\"";
        }
        return export.file("c.csv", lines).records("contact").stream()
                .<List<?>>map(contact -> (List<?>) contact.value("tags").orElse(List.of()))
                .toList();
    }

    private List<String> gaps() {
        return export.open().inventory().gaps();
    }
}
