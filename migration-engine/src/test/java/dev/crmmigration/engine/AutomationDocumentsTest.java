package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.api.destination.AutomationEquivalent.Part;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.api.source.SourceInventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs by itself at the source, with what is known of it and what takes its place. */
class AutomationDocumentsTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void told() {
        bench = new Bench(folder).customers(1);
        bench.source.inventory(new SourceInventory(
                List.of("Welcome (sequence)", "Nurture"),
                List.of(),
                List.of(new Automation(
                        "Welcome",
                        "sequence",
                        "active",
                        Optional.of("tag added: newcomer"),
                        Optional.of("none"),
                        Optional.of("send mail 1; after P2D: send mail 2")))));
        bench.destination
                .equivalent(
                        new AutomationEquivalent(Part.TRIGGER, List.of("tag"), "Person labelled", "the box's pages"))
                .equivalent(new AutomationEquivalent(
                        Part.ACTION, List.of("send", "mail"), "Send a letter", "the box's pages"))
                .equivalent(new AutomationEquivalent(Part.ACTION, List.of("after"), "Wait", "the box's pages"));
    }

    private String document(DocumentName name, DocumentFormat format) {
        try (Migration migration = bench.open()) {
            migration.extract();
            return migration.document(name, format);
        }
    }

    private String inventory() {
        return document(DocumentName.AUTOMATION_INVENTORY, DocumentFormat.CSV);
    }

    @Test
    void listsEachOnce_withItsParts_andWhatTakesTheirPlace() {
        assertThat(inventory())
                .contains(
                        "Welcome,\"sequence, active\",tag added: newcomer,none,\"send mail 1; after P2D: send mail 2\",source,"
                                + "\"trigger: Person labelled; action: Send a letter; action: Wait\",")
                .contains("Nurture,,\"not exported, not supplied\",\"not exported, not supplied\"")
                .doesNotContain("Welcome (sequence)");
    }

    @Test
    void showsSequencesStepByStep() {
        assertThat(inventory()).contains("Welcome,1,send mail 1", "Welcome,2,after P2D: send mail 2");
    }

    @Test
    void takesTheQuestionnaireBack_whenItWasFilledIn() throws IOException {
        String form = document(DocumentName.AUTOMATION_QUESTIONNAIRE, DocumentFormat.CSV);
        assertThat(form)
                .startsWith("Name,Kind,Status,Trigger,Conditions,Actions")
                .contains("Nurture,,,,,");
        Files.writeString(
                bench.workspace.resolve("automations.csv"),
                form.replace("Nurture,,,,,", "nurture,drip,,a tag,none,\"send mail, then wait\"")
                        + "Birthday,,active,a date,,\r\n");

        assertThat(inventory())
                .contains(
                        "Nurture,drip,a tag,none,\"send mail, then wait\",\"source, supplied\",\"trigger: Person labelled;"
                                + " action: Send a letter\"")
                .contains("Birthday,active,a date,\"not exported, not supplied\"");
    }

    @Test
    void takesJson_withListsOfActions() throws IOException {
        document(DocumentName.GAP_REPORT, DocumentFormat.JSON);
        Files.writeString(bench.workspace.resolve("automations.json"), """
                [{"name": "Nurture", "trigger": "a tag", "conditions": "none", "actions": ["send mail", "wait"]}]
                """);

        assertThat(inventory()).contains("Nurture,,a tag,none,\"send mail; wait\",\"source, supplied\"");
    }

    @Test
    void keepsWhatTheSourceSays_whenTheCustomerSaysOtherwise() throws IOException {
        document(DocumentName.GAP_REPORT, DocumentFormat.JSON);
        Files.writeString(
                bench.workspace.resolve("automations.csv"), "name;trigger;actions\nWelcome;something else;nothing\n");

        assertThat(inventory()).contains("tag added: newcomer").doesNotContain("something else");
    }

    @Test
    void saysWhatIsWrong_whenTheFileHasNoNames() throws IOException {
        document(DocumentName.GAP_REPORT, DocumentFormat.JSON);
        Files.writeString(bench.workspace.resolve("automations.csv"), "title,trigger\nWelcome,a tag\n");

        assertThatThrownBy(this::inventory)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no column 'name'");
    }
}
