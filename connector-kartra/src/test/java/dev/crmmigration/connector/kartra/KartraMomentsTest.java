package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.source.SourceEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KartraMomentsTest {

    private static final String CONTACTS = "email,first_name,date_joined";

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void setUp() {
        export = new ExportOnDisk(folder);
    }

    @Test
    void wasTakenWhenTheNamesOfItsFilesSay() {
        export.file("contacts_kartra_09-06-2026_6a2803f884d5c.csv", CONTACTS, "a@example.com,Ada,2024-05-01 10:00:00");

        assertThat(export.open().takenAt()).contains(Instant.parse("2026-06-09T12:15:52.544092Z"));
    }

    @Test
    void countsTheNewestFileOfEveryObject_andTheOldestOfThose() {
        export.file("contacts_kartra_09-06-2026_6a2803f884d5c.csv", CONTACTS, "a@example.com,Ada,2024-05-01 10:00:00")
                .file("contacts_kartra_08-06-2026_6a26b27884d5c.csv", CONTACTS, "a@example.com,A,2024-05-01 10:00:00")
                .file(
                        "transactions_kartra_09-06-2026_6a28120084d5c.csv",
                        "ID,Transaction_Type,Date,Amount (USD)",
                        "1,Sale,2024-05-01,5");

        assertThat(export.open().takenAt()).contains(Instant.parse("2026-06-09T12:15:52.544092Z"));
    }

    @Test
    void doesNotSayWhenItWasTaken_ifNoNameDoes() {
        export.file("contacts.csv", CONTACTS, "a@example.com,Ada,2024-05-01 10:00:00");

        assertThat(export.open().takenAt()).isEmpty();
    }

    @Test
    void saysWhenAContactCameToBe() {
        export.file("contacts.csv", CONTACTS, "a@example.com,Ada,2024-05-01 10:00:00", "b@example.com,Bob,");

        assertThat(export.entries("contact"))
                .extracting(entry -> ((SourceEntry.Read) entry).changedAt().isPresent())
                .containsExactly(true, false);
        Optional<Object> created = export.records("contact").get(0).value("created");
        assertThat(((SourceEntry.Read) export.entries("contact").get(0)).changedAt())
                .isEqualTo(created);
    }
}
