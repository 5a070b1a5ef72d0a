package dev.crmmigration.examples.cli.nextcrm;

import static dev.crmmigration.connector.nextcrm.database.InventedBusiness.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.nextcrm.app.AppEdition;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns have to be paused before anything moves, and to be so still when it begins. */
class CampaignGateTest {

    private static final List<String> READ =
            List.of("user", "targetList", "campaign", "campaignStep", "campaignAudience", "campaignTemplate");
    private static final Map<String, String> FEW = Map.of(
            "leaveOut",
            AppEdition.objects().stream()
                    .filter(object -> !READ.contains(object))
                    .collect(Collectors.joining(",")));

    private static void become(Rig rig, String status) {
        rig.database()
                .run("UPDATE \"crm_campaigns\" SET status = '" + status + "', \"updatedAt\" = now() WHERE id = '"
                        + id("campaign", 1) + "'");
    }

    @Test
    void asksInThePlan_whenACampaignIsScheduled(@TempDir Path folder) {
        try (Rig rig = new Rig(400, folder, FEW, Map.of())) {
            become(rig, "scheduled");
            rig.migration().extract();

            Plan plan = rig.migration().plan();

            assertThat(plan.questions()).singleElement().satisfies(question -> {
                assertThat(question.where()).isEqualTo("valueMaps: campaignStage.entries");
                assertThat(question.question()).contains("\"scheduled\"", "(1 records have it)");
            });
        }
    }

    @Test
    void writesNothing_whenACampaignHasBecomeActiveSinceThePlan_untilItIsPaused(@TempDir Path folder) {
        try (Rig rig = new Rig(400, folder, FEW, Map.of())) {
            rig.prepared();
            become(rig, "sending");

            RunReport stopped = rig.migration().run();

            assertThat(stopped.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(stopped.result().reasons())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "1 campaign(s) of NextCRM are sending now, which the plan has no answer for. Pause them in"
                                    + " NextCRM");
            assertThat(Rig.all(rig.state(), "deals")).isEmpty();

            become(rig, "paused");

            assertThat(rig.migration().run().result().completion()).isEqualTo(Completion.COMPLETE);
            assertThat(Rig.all(rig.state(), "deals")).hasSize(3);
        }
    }

    @Test
    void runs_whenThePlanTakesCampaignsAsTheyAre(@TempDir Path folder) {
        try (Rig rig = new Rig(400, folder, FEW, Map.of("campaignsPaused", "accepted"))) {
            rig.prepared();
            become(rig, "sending");

            assertThat(rig.migration().run().result().completion()).isEqualTo(Completion.COMPLETE);
        }
    }
}
