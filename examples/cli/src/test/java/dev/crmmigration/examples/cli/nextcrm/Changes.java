package dev.crmmigration.examples.cli.nextcrm;

import static dev.crmmigration.connector.nextcrm.database.InventedBusiness.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.engine.RunReport;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens in NextCRM between two extractions, and what a delta owes for it, whatever the size of the business. */
final class Changes {

    private final NextCrmDatabase database;
    private final int middle;

    /** @param contacts how many contacts the business has; those of the second half have nothing but their account */
    Changes(NextCrmDatabase database, int contacts) {
        this.database = database;
        this.middle = contacts / 2;
    }

    /** What was deleted for good, linked anew and changed, none of which NextCRM's columns of change tell alone. */
    void happen() {
        database.run("DELETE FROM \"crm_Accounts_Tasks\" WHERE id = '" + id("account task", 3) + "'");
        database.run(
                "UPDATE \"crm_Contacts\" SET last_name = 'Name', first_name = 'Changed', \"updatedAt\" = now() WHERE"
                        + " id = '"
                        + id("contact", middle - 50) + "'");
        database.run(
                "UPDATE \"crm_Contacts\" SET \"deletedAt\" = now() WHERE id = '" + id("contact", middle + 1) + "'");
        database.run("DELETE FROM \"crm_Contacts\" WHERE id = '" + id("contact", middle + 3) + "'");
        database.run("INSERT INTO \"crm_Contacts\"(id, first_name, last_name, email) VALUES ('" + id("contact", 900_000)
                + "', 'New', 'Person', 'new@people.example')");
        // The links of an activity are changed without a word in the activity itself
        database.run("UPDATE \"crm_ActivityLinks\" SET \"entityId\" = '" + id("contact", middle + 10)
                + "' WHERE \"activityId\" = '" + id("activity", 4) + "' AND \"entityType\" = 'contact'");
        database.run("UPDATE \"crm_OpportunityLineItems\" SET quantity = 77 WHERE id = '" + id("line", 1) + "'");
        database.run("UPDATE \"crm_campaigns\" SET status = 'sent', \"updatedAt\" = now() WHERE id = '"
                + id("campaign", 1) + "'");
    }

    /** Holds a delta to them: no more and no less, of any mapping. */
    static void assertExact(RunReport delta) {
        assertThat(delta.failed()).isEmpty();
        assertThat(delta.gone()).isEmpty();
        Map<String, String> written = delta.mappings().stream()
                .filter(one -> one.created() + one.updated() + one.deleted() > 0)
                .collect(Collectors.toMap(RunReport.MappingCounts::mapping, Changes::counted));
        assertThat(written)
                .as("%s", delta.result())
                .containsOnly(
                        Map.entry("TaskToActivity", "0 created, 0 updated, 1 deleted"),
                        Map.entry("ContactToPerson", "1 created, 1 updated, 2 deleted"),
                        Map.entry("ActivityToActivity", "0 created, 1 updated, 0 deleted"),
                        Map.entry("LineItemToDealProduct", "0 created, 1 updated, 0 deleted"),
                        Map.entry("CampaignToDeal", "0 created, 2 updated, 0 deleted"));
    }

    static void assertNothing(RunReport delta) {
        assertThat(delta.mappings())
                .as("a second delta finds nothing")
                .allMatch(one -> one.created() + one.updated() + one.deleted() == 0);
    }

    private static String counted(RunReport.MappingCounts count) {
        return count.created() + " created, " + count.updated() + " updated, " + count.deleted() + " deleted";
    }
}
