package dev.crmmigration.connector.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.database.InventedBusiness;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppReadingTest {

    private static final InventedBusiness SMALL = new InventedBusiness(400);

    private static Settings settings(NextCrmDatabase database) {
        return Settings.of("jdbcUrl", database.jdbcUrl())
                .with("user", database.reader())
                .secret("password", database.readerPassword())
                .with("tls", "off")
                .with("pageRows", "100");
    }

    private static SourceSession open(Settings settings) {
        return new NextCrmSource().open(settings, ContractContext.on(SimulatorClock.system()));
    }

    private static List<SourceEntry> read(SourceSession session, String object) {
        List<SourceEntry> entries = new ArrayList<>();
        try (RecordCursor cursor = session.read(ReadRequest.all(ObjectType.of(object)))) {
            List<SourceEntry> page = cursor.next();
            while (!page.isEmpty()) {
                entries.addAll(page);
                page = cursor.next();
            }
        }
        return entries;
    }

    private static CrmRecord record(SourceSession session, String object, String id) {
        return read(session, object).stream()
                .filter(SourceEntry.Read.class::isInstance)
                .map(entry -> ((SourceEntry.Read) entry).record())
                .filter(record -> record.ref().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A writer that changes every table while they are read: nothing of it is seen, and all fits together. */
    @Test
    void readsAllTablesAsOfOneMoment_whileAWriterChangesThem() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL);
                SourceSession session = open(settings(database))) {
            RecordCursor contacts = session.read(ReadRequest.all(ObjectType.of("contact")));
            int first = contacts.next().size();
            database.run("DELETE FROM \"crm_Accounts_Tasks\"");
            database.run("UPDATE \"crm_Contacts\" SET last_name = 'Torn', \"deletedAt\" = now()");
            database.run("UPDATE \"crm_Opportunities\" SET contact = NULL, account = NULL");
            database.run("INSERT INTO \"crm_Accounts\"(id, \"__v\", name) SELECT gen_random_uuid(), 0, 'Late' FROM"
                    + " generate_series(1, 50)");

            int rest = 0;
            for (List<SourceEntry> page = contacts.next(); !page.isEmpty(); page = contacts.next()) {
                rest += page.size();
                assertThat(page)
                        .noneMatch(entry -> entry instanceof SourceEntry.Read read
                                && read.record().value("last_name").equals(java.util.Optional.of("Torn")));
            }

            assertThat(first + rest).isEqualTo(394);
            assertThat(contacts.coverage()).isEqualTo(Coverage.FULL);
            assertThat(read(session, "accountTask")).hasSize(50);
            assertThat(read(session, "account")).hasSize(98);
            assertThat(record(session, "opportunity", InventedBusiness.id("opportunity", 3))
                            .value("contact"))
                    .isPresent();
        }
    }

    @Test
    void holdsNoLockThatAChangeOfTheTablesWaitsFor() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL);
                SourceSession session = open(settings(database))) {
            RecordCursor leads = session.read(ReadRequest.all(ObjectType.of("contact")));
            leads.next();

            assertThat(database.number("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE"
                            + " a.datname = '" + database.name() + "' AND a.application_name LIKE 'crm-migration%'"
                            + " AND l.locktype = 'relation'"))
                    .isZero();
            database.run("SET lock_timeout = 1000; ALTER TABLE \"crm_Leads\" ADD COLUMN later text");
        }
    }

    /** The right to columns does not reach the places of rows, so they are read in the order of the key. */
    @Test
    void readsTheSame_whenTheRightIsToTheColumnsAlone() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL)) {
            List<CrmRecord> wholeRight = contacts(database);
            String columns = String.join(
                    ", ",
                    database.texts("SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid ="
                            + " '\"crm_Contacts\"'::regclass AND attnum > 0"));
            database.run("REVOKE SELECT ON \"crm_Contacts\" FROM " + database.reader());
            database.run("GRANT SELECT (" + columns + ") ON \"crm_Contacts\" TO " + database.reader());

            List<CrmRecord> columnRight = contacts(database);

            assertThat(columnRight).hasSize(394).containsExactlyInAnyOrderElementsOf(wholeRight);
            assertThat(columnRight)
                    .isSortedAccordingTo(java.util.Comparator.comparing(
                            record -> record.ref().id()));
        }
    }

    private static List<CrmRecord> contacts(NextCrmDatabase database) {
        try (SourceSession session = open(settings(database))) {
            return read(session, "contact").stream()
                    .map(entry -> ((SourceEntry.Read) entry).record())
                    .toList();
        }
    }

    @Test
    void saysThatATableWasEmptied_insteadOfTakingItsRecordsForDeleted() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL);
                SourceSession session = open(settings(database))) {
            database.run("TRUNCATE \"crm_CalendarEvents\"");

            assertThatThrownBy(() -> read(session, "calendarEvent"))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("\"crm_CalendarEvents\" was rebuilt, emptied or dropped");
        }
    }

    @Test
    void readsTimesAsUtc_moneyWithItsCurrency_andWhyADealWasClosed() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL);
                SourceSession session = open(settings(database))) {
            CrmRecord deal = record(session, "opportunity", InventedBusiness.id("opportunity", 5));
            CrmRecord inDefault = record(session, "opportunity", InventedBusiness.id("opportunity", 3));

            assertThat(deal.value("createdAt")).contains(Instant.parse("2025-01-06T08:05:00Z"));
            assertThat(deal.value("close_reason")).contains("45-day kill rule");
            assertThat(deal.value("closed_at")).contains(Instant.parse("2025-01-08T10:05:00Z"));
            assertThat(inDefault.value("budget"))
                    .contains(new dev.crmmigration.api.record.Money(new BigDecimal("1003.00"), "EUR"));
            assertThat(session.catalog()
                            .object(ObjectType.of("opportunity"))
                            .orElseThrow()
                            .field("stage")
                            .orElseThrow()
                            .options())
                    .extracting(option -> option.label())
                    .containsExactly("New", "Need analysis", "Offer sent", "Offer sent (2)", "Signing", "Realization");
        }
    }

    /** Whoever reads only changes still learns which rows are there at all, from one snapshot with them. */
    @Test
    void tellsWhichRowsAreThere_whenOnlyChangesAreRead() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL)) {
            database.run(
                    "DELETE FROM \"crm_Accounts_Tasks\" WHERE id = '" + InventedBusiness.id("account task", 3) + "'");
            database.run("UPDATE \"crm_Contacts\" SET \"deletedAt\" = now() WHERE id = '"
                    + InventedBusiness.id("contact", 1) + "'");
            database.run("UPDATE \"crm_Contacts\" SET \"updatedAt\" = timestamp '2026-05-01' WHERE id = '"
                    + InventedBusiness.id("contact", 2) + "'");
            try (SourceSession session = open(settings(database).with("delta", "changes"))) {
                RecordCursor tasks = since(session, "accountTask");
                RecordCursor contacts = since(session, "contact");
                RecordCursor links = since(session, "activityLink");
                database.run("DELETE FROM \"crm_Accounts_Tasks\"");

                assertThat(toTheEnd(tasks)).isEmpty();
                assertThat(ids(tasks))
                        .hasSize(49)
                        .contains(InventedBusiness.id("account task", 4))
                        .doesNotContain(InventedBusiness.id("account task", 3));
                assertThat(toTheEnd(contacts))
                        .hasSize(2)
                        .anyMatch(SourceEntry.Deleted.class::isInstance)
                        .anyMatch(SourceEntry.Read.class::isInstance);
                assertThat(ids(contacts)).hasSize(393).doesNotContain(InventedBusiness.id("contact", 1));
                assertThat(toTheEnd(links))
                        .as("links say nothing, so all are read")
                        .isNotEmpty();
                assertThat(links.present()).isEmpty();
                assertThat(links.coverage()).isEqualTo(Coverage.FULL);
            }
        }
    }

    private static RecordCursor since(SourceSession session, String object) {
        return session.read(new ReadRequest(
                ObjectType.of(object),
                java.util.Optional.empty(),
                java.util.Optional.of(Instant.parse("2026-04-01T00:00:00Z"))));
    }

    private static List<SourceEntry> toTheEnd(RecordCursor cursor) {
        List<SourceEntry> entries = new ArrayList<>();
        for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
            entries.addAll(page);
        }
        return entries;
    }

    private static List<String> ids(RecordCursor cursor) {
        RecordCursor.Present present = cursor.present().orElseThrow();
        List<String> ids = new ArrayList<>();
        for (List<String> page = present.next(); !page.isEmpty(); page = present.next()) {
            ids.addAll(page);
        }
        return ids;
    }

    @Test
    void namesEveryTableThatMayNotBeRead_withTheGrantThatHelps() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL)) {
            database.run("REVOKE SELECT ON \"crm_Leads\", \"Email\" FROM " + database.reader());

            assertThatThrownBy(() -> open(settings(database)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no right to read table \"Email\". Run: GRANT SELECT ON \"public\".\"Email\"")
                    .hasMessageContaining("no right to read table \"crm_Leads\"");
            try (SourceSession session = open(settings(database).with("leaveOut", "lead,email,emailLink"))) {
                assertThat(session.catalog().object(ObjectType.of("lead"))).isEmpty();
                assertThat(session.inventory().gaps())
                        .contains("records of lead were not read, as setting 'leaveOut' says");
            }
        }
    }

    @Test
    void refusesAViewInThePlaceOfATable() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL)) {
            database.run("ALTER TABLE \"crm_Leads\" RENAME TO leads_behind");
            database.run("CREATE VIEW \"crm_Leads\" AS SELECT * FROM leads_behind");
            database.run("GRANT SELECT ON \"crm_Leads\" TO " + database.reader());

            assertThatThrownBy(() -> open(settings(database)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"crm_Leads\" is a view and not a table");
        }
    }

    @Test
    void saysWhatIsWrong_whenPasswordDatabaseOrHostIs() {
        try (NextCrmDatabase database = NextCrmDatabase.empty()) {
            Settings right = settings(database);

            assertThatThrownBy(() -> open(right.secret("password", "not it")))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("refuses the user of setting 'user', or 'password' is wrong");
            assertThatThrownBy(() -> open(right.with("jdbcUrl", database.jdbcUrl() + "_not")))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("has no database");
            assertThatThrownBy(() -> open(right.with("jdbcUrl", "jdbc:postgresql://127.0.0.1:1/nextcrm")))
                    .isInstanceOf(RetryableConnectorException.class)
                    .hasMessageContaining("the database server 127.0.0.1:1 cannot be reached");
            assertThatThrownBy(() -> open(right.with("schema", "other")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("has none of the tables of NextCRM");
        }
    }

    @Test
    void readsTheTablesOfEarlierReleases_andNamesWhatTheyLack() {
        for (String release : List.of("v0.12.0", "v0.9.0", "v0.4.0", "v0.1.0")) {
            try (NextCrmDatabase database = NextCrmDatabase.of(SMALL).asOfRelease(release);
                    SourceSession session = open(settings(database).with("currency", "EUR"))) {
                assertThat(read(session, "contact")).as(release).hasSize(394);
                assertThat(read(session, "opportunity"))
                        .as(release)
                        .hasSize(100)
                        .allMatch(SourceEntry.Read.class::isInstance);
                assertThat(session.inventory().gaps())
                        .as(release)
                        .contains("table \"crm_Opportunities\" has no column \"stage_entered_at\", which came with"
                                + " release v0.14.0");
                boolean isOld = !release.equals("v0.12.0");
                assertThat(session.catalog()
                                .object(ObjectType.of("receivedInvoice"))
                                .isPresent())
                        .as(release)
                        .isEqualTo(isOld);
                assertThat(session.catalog().object(ObjectType.of("invoice")).isPresent())
                        .as(release)
                        .isEqualTo(!isOld);
            }
        }
    }

    @Test
    void reportsColumnsAndTablesThatNoKnownReleaseHas() {
        try (NextCrmDatabase database = NextCrmDatabase.of(SMALL)) {
            database.run("ALTER TABLE \"crm_Contacts\" ADD COLUMN mood text");
            database.run("CREATE TABLE \"crm_Quotes\"(id uuid PRIMARY KEY)");
            database.run("ALTER TABLE \"crm_Contacts\" ALTER COLUMN birthday TYPE integer USING NULL");

            try (SourceSession session = open(settings(database))) {
                assertThat(session.inventory().gaps())
                        .contains(
                                "column \"mood\" of table \"crm_Contacts\" is not known and was not read",
                                "table \"crm_Quotes\" is not known and was not read",
                                "column \"birthday\" of table \"crm_Contacts\" is of type int4, which cannot be read as"
                                        + " TEXT; it was left out");
            }
        }
    }
}
