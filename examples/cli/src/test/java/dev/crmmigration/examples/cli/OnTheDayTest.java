package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong on the day of a migration: a clear message each, and nothing is written that should not be. */
class OnTheDayTest {

    private static final String ADMIN = "admin@acme.example";
    private static final String HOST = "guest.coach@partner.example";

    @TempDir
    private Path folder;

    private RunningSimulator account;
    private Shell shell;

    @BeforeEach
    void openAnAccount() {
        account = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder().setting("limits", "off").build());
        shell = new Shell(folder).set("PIPEDRIVE_API_TOKEN", account.token()).config("""
                {"workspace": "work",
                 "source": {"platform": "kartra", "settings": {"export": "export"}},
                 "destination": {"platform": "pipedrive", "settings": {"baseUrl": "%s",
                     "apiToken": "${env:PIPEDRIVE_API_TOKEN}", "limits": "off", "visibleAfter": "PT0S"}},
                 "policies": {"defaultOwner": "%s", "automationsPaused": "none"}}
                """.formatted(
                        account.url(), ADMIN));
        SmallExport.writeTo(shell, "export");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void refusesToStart_whenTheTokenIsWrong() {
        shell.set("PIPEDRIVE_API_TOKEN", "wrong-token-31c7");

        expect(0, "extract");
        expect(2, "plan");
        assertThat(shell.err())
                .isEqualTo("migrate: GET /v1/users/me returned 401. Check that the setting apiToken is the present API"
                        + " token of the user, and that the user may use the API.\n");
    }

    @Test
    void namesTheFolder_whenThereIsNoExport() {
        shell.editing("\"export\": \"export\"", "\"export\": \"exports\"");

        expect(2, "extract");
        assertThat(shell.err()).startsWith("migrate: ").contains("'export'").contains("exports");
    }

    @Test
    void namesFileAndLine_whenAColumnIsMissing() {
        replace("export/transactions.csv", "Transaction_Type", "Colour");

        expect(2, "extract");
        assertThat(shell.err()).isEqualTo("""
                migrate: the export has 1 problem(s):
                 - file transactions.csv, line 1: column 'transaction_type' is missing. Export the transactions again with all columns
                """);
    }

    @Test
    void putsRowsAside_whenTheyCannotBeRead() throws Exception {
        replace("export/contacts.csv", "2024-01-04 10:03:00", "yesterday");

        expect(0, "extract", "--json");
        JsonNode row = shell.json().at("/quarantine/0");
        assertThat(shell.json().path("quarantined").asInt()).isEqualTo(1);
        assertThat(row.path("file").asText()).isEqualTo("contacts.csv");
        assertThat(row.path("line").asInt()).isEqualTo(4);
        assertThat(row.path("column").asText()).isEqualTo("date_joined");
        assertThat(row.path("rule").asText()).startsWith("date: ").doesNotContain("yesterday");
    }

    @Test
    void stopsAtThePlan_whenATransactionTypeIsUnknown() {
        replace("export/transactions.csv", ",Sale,", ",Teleport,");

        expect(0, "extract");
        expect(3, "plan");
        assertThat(shell.out()).contains("what does \"teleport\" become (1 records have it)?");
        expect(3, "approve", "--by", "ops@acme.example");
        expect(2, "prepare");
        GroundTruth.of(account.url()).isUntouched();
    }

    @Test
    void asksAgain_whenThePlanIsEditedAfterItsApproval() {
        expect(0, "extract");
        expect(0, "plan");
        expect(0, "approve", "--by", "ops@acme.example");
        replace("work/plan.json", "\"answer\" : \"singlePerson\"", "\"answer\" : \"none\"");

        expect(3, "prepare");
        assertThat(shell.out()).contains("plan.json was edited after it was approved.");
        GroundTruth.of(account.url()).isUntouched();
    }

    @Test
    void writesNothing_whenThePlanIsEditedAfterThePreparation() {
        prepare();
        replace("work/plan.json", "\"answer\" : \"singlePerson\"", "\"answer\" : \"none\"");

        expect(3, "run");
        assertThat(shell.out()).contains("plan.json was edited after it was approved.");
        GroundTruth.of(account.url()).holdsNoRecords();
    }

    @Test
    void holdsAppointmentsUntilTheirHostIsAUser() {
        shell.write(
                "export/appointments.csv", shell.read("export/appointments.csv").replace(ADMIN, HOST));
        prepare();

        expect(5, "run");
        expect(5, "verify");
        GroundTruth.addUser(account.url(), HOST);
        expect(0, "run");
        expect(0, "verify");

        GroundTruth.of(account.url()).holdsEachRecordOnce();
    }

    private void prepare() {
        expect(0, "extract");
        expect(0, "plan");
        expect(0, "approve", "--by", "ops@acme.example");
        expect(0, "prepare");
    }

    private void expect(int exitCode, String... arguments) {
        assertThat(shell.migrate(arguments)).as(shell.err() + shell.out()).isEqualTo(exitCode);
    }

    /** Replaces the first occurrence, of which there must be one. */
    private void replace(String file, String what, String with) {
        String text = shell.read(file);
        assertThat(text).contains(what);
        int at = text.indexOf(what);
        shell.write(file, text.substring(0, at) + with + text.substring(at + what.length()));
    }
}
