package dev.crmmigration.connector.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.database.InventedBusiness;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that are about to be sent, asked of a database as it is now; and those of several mails. */
class ActiveCampaignsTest {

    private static final NextCrmSource SOURCE = new NextCrmSource();

    private static Settings settings(NextCrmDatabase database) {
        return Settings.of("jdbcUrl", database.jdbcUrl())
                .with("user", database.reader())
                .secret("password", database.readerPassword())
                .with("tls", "off");
    }

    private static List<String> underWay(Settings settings, String... decided) {
        return SOURCE.underWay(
                settings.checked("nextcrm", SOURCE.settings()),
                ContractContext.on(SimulatorClock.system()),
                (map, value) -> map.equals("campaignStage") && Set.of(decided).contains(value));
    }

    @Test
    void namesEachStatusUnderWay_thatThePlanHasNoAnswerFor() {
        try (NextCrmDatabase database = NextCrmDatabase.of(new InventedBusiness(400))) {
            assertThat(underWay(settings(database))).isEmpty();

            database.run("UPDATE \"crm_campaigns\" SET status = 'Scheduled' WHERE name IN ('Idea', 'Autumn mailing')");
            database.run("UPDATE \"crm_campaigns\" SET status = 'sending', \"deletedAt\" = now() WHERE name = 'Old"
                    + " mailing'");
            database.run("UPDATE \"crm_campaigns\" SET status = 'sending' WHERE name = 'Spring mailing'");

            assertThat(underWay(settings(database)))
                    .satisfiesExactly(
                            scheduled -> assertThat(scheduled)
                                    .startsWith(
                                            "2 campaign(s) of NextCRM are scheduled now, which the plan has no answer"
                                                    + " for. Pause them in NextCRM, then run again;"),
                            sending -> assertThat(sending).startsWith("1 campaign(s) of NextCRM are sending now"));
            assertThat(underWay(settings(database), "scheduled")).hasSize(1);
            assertThat(underWay(settings(database), "scheduled", "sending")).isEmpty();
            assertThat(underWay(settings(database).with("leaveOut", "campaign")))
                    .isEmpty();
        }
    }

    @Test
    void asksAnEarlierRelease_whoseCampaignsHaveNoMomentOfDeletion() {
        try (NextCrmDatabase database =
                NextCrmDatabase.of(new InventedBusiness(400)).asOfRelease("v0.4.0")) {
            database.run("UPDATE \"crm_campaigns\" SET status = 'sending' WHERE name = 'Spring mailing'");

            assertThat(underWay(settings(database))).hasSize(1);
        }
    }

    @Test
    void saysThatTheDatabaseRefuses_andAsksNothingOfAnExport(@TempDir Path folder) {
        try (NextCrmDatabase database = NextCrmDatabase.empty()) {
            assertThatThrownBy(() -> underWay(settings(database).secret("password", "not it")))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("refuses the user");
        }
        assertThat(underWay(Settings.of("export", folder.resolve("not there").toString())))
                .isEmpty();
    }

    @Test
    void describesCampaignsOfSeveralMails_asSequencesToBeRebuilt() {
        try (NextCrmDatabase database = NextCrmDatabase.of(new InventedBusiness(400))) {
            database.run(
                    "UPDATE \"crm_campaigns\" SET scheduled_at = timestamp '2026-05-01 06:00' WHERE name = 'Idea'");
            try (SourceSession session = SOURCE.open(
                    settings(database).checked("nextcrm", SOURCE.settings()),
                    ContractContext.on(SimulatorClock.system()))) {
                SourceInventory inventory = session.inventory();

                assertThat(inventory.definitions())
                        .extracting(Automation::name)
                        .containsExactly("Autumn mailing", "Idea", "Spring mailing");
                assertThat(inventory.definitions().get(1))
                        .isEqualTo(new Automation(
                                "Idea",
                                "sequence",
                                "draft",
                                Optional.of("scheduled at 2026-05-01T06:00:00Z"),
                                Optional.of("on the list Fair 2025"),
                                Optional.of("send mail 'Subject 6' to all; after 3 day(s): send mail 'Subject 7' to"
                                        + " non_openers")));
                assertThat(inventory.automations())
                        .hasSize(3)
                        .element(1)
                        .asString()
                        .contains("'Idea' (draft)");
            }
            try (SourceSession session = SOURCE.open(
                    settings(database).with("leaveOut", "campaignStep").checked("nextcrm", SOURCE.settings()),
                    ContractContext.on(SimulatorClock.system()))) {
                assertThat(session.inventory().definitions()).isEmpty();
            }
        }
    }
}
