package dev.crmmigration.connector.nextcrm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NextCrmDatabaseTest {

    private static final String COLUMNS =
            "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public'";

    @Test
    void hasEveryTableAndColumnOfTheFacts() {
        try (NextCrmDatabase database = NextCrmDatabase.empty()) {
            assertThat(database.number("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"))
                    .isEqualTo(81);
            assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"
                            + " AND connamespace = 'public'::regnamespace"))
                    .isEqualTo(Table.rows("fks").stream()
                            .filter(row -> NextCrmSchema.tables().contains(row.get(0)))
                            .count());
            assertThat(database.number(COLUMNS))
                    .isEqualTo(Table.rows("schema").stream()
                            .filter(row -> NextCrmSchema.tables().contains(row.get(0)))
                            .count());
        }
    }

    @Test
    void namesARecordAsTheDatabaseDoes() {
        try (NextCrmDatabase database = NextCrmDatabase.of(new InventedBusiness(400))) {
            assertThat(database.text(
                            "SELECT id FROM \"crm_Contacts\" WHERE id = '" + InventedBusiness.id("contact", 7) + "'"))
                    .isEqualTo(InventedBusiness.id("contact", 7));
            assertThat(database.number("SELECT count(*) FROM \"crm_Contacts\"")).isEqualTo(400);
        }
    }

    @Test
    void goesBackToEarlierReleases() {
        for (String release : List.of("v0.12.0", "v0.9.0", "v0.4.0", "v0.1.0")) {
            try (NextCrmDatabase database = NextCrmDatabase.empty().asOfRelease(release)) {
                assertThat(database.number(COLUMNS)).as(release).isPositive();
                assertThat(database.number(COLUMNS + " AND table_name = 'Invoices' AND column_name = 'grandTotal'"))
                        .as(release)
                        .isEqualTo(release.equals("v0.12.0") ? 1 : 0);
            }
        }
    }
}
