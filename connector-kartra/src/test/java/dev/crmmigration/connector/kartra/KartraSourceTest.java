package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KartraSourceTest {

    private static final ReadRequest CONTACTS = ReadRequest.all(ObjectType.of("contact"));

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void setUp() {
        export = new ExportOnDisk(folder);
    }

    @Test
    void isFoundByItsPlatform() {
        assertThat(ServiceLoader.load(Source.class))
                .filteredOn(source -> source.platform().equals("kartra"))
                .hasExactlyElementsOfTypes(KartraSource.class);
    }

    @Test
    void tellsFilesByTheirColumns() {
        export.file("contacts.csv", "ID,Transaction_Type,Date,Amount (USD)", "1,Sale,2024-05-01,5")
                .file("transactions.csv", "email,first_name", "a@example.com,Ada")
                .file("deep/x.txt", "subscription_id;recurring_period;lead_id", "s1;monthly;7")
                .file("y.csv", "calendar_subscription_id,calendar_name,event_date", "5,Coaching,2024-05-01 10:00")
                .file("z.csv", "affiliate_id,earned (USD),due (USD)", "3,10,2");

        Catalog catalog = export.open().catalog();

        assertThat(catalog.objects())
                .extracting(object -> object.type().name())
                .containsExactly("contact", "affiliate", "subscription", "transaction", "appointment");
        assertThat(catalog.account()).isEqualTo("kartra:" + folder.getFileName());
        assertThat(export.records("contact")).hasSize(1);
        assertThat(export.records("transaction")).hasSize(1);
    }

    @Test
    void readsASingleFile() {
        export.file("c.csv", "email,first_name", "a@example.com,Ada")
                .file("t.csv", "ID,Transaction_Type,Date,Amount (USD)", "1,Sale,2024-05-01,5")
                .setting("export", folder.resolve("t.csv").toString());

        assertThat(export.open().catalog().objects()).hasSize(1);
        assertThat(export.open().catalog().account()).isEqualTo("kartra:t.csv");
    }

    @Test
    void reportsWhatIsMissingAndWhatItCouldNotUse() {
        export.file("c.csv", "email,first_name", "a@example.com,Ada", "email,first_name", "b@example.com,Bob")
                .file("notes.csv", "colour,size", "red,1")
                .file("photo.png", new byte[] {1, 2, 3});

        assertThat(export.open().inventory().gaps())
                .contains(
                        "the export has no transactions file: no transaction can move",
                        "the export has no subscriptions file: no subscription can move",
                        "file notes.csv was not read: it is no export of Kartra's that is known by its columns",
                        "file photo.png was not read: it is no export of Kartra's that is known by its columns",
                        "file c.csv repeats its header; lines left out for that: 1",
                        "Kartra does not export MRR or ARR")
                .doesNotContain("the export has no contacts file: no contact can move");
    }

    @Test
    void reportsFilesThatLackColumnsOfOthers() {
        export.file("a.csv", "email,first_name,city", "a@example.com,Ada,Ulm")
                .file("b.csv", "First Name,E-mail", "Bob,b@example.com");

        assertThat(export.open().inventory().gaps())
                .contains("file b.csv lacks columns that other files of the contacts have: city");
        assertThat(export.records("contact"))
                .extracting(contact -> contact.value("first_name").orElse(""))
                .containsExactly("Ada", "Bob");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        String missing = folder.resolve("missing").toString();
        export.setting("export", missing);

        assertThatThrownBy(export::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("setting 'export' names " + missing + ", which does not exist."
                        + " Give the folder that holds the exported files, or one such file");
    }

    @Test
    void refusesAFolderWithoutAnExport() {
        export.file("notes.csv", "colour,size", "red,1").file("empty.csv");

        assertThatThrownBy(export::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("setting 'export' names " + folder + ", but none of the 2 files there has the columns of"
                        + " Kartra's contacts, transactions, subscriptions, appointments or affiliates."
                        + " Export them from Kartra as CSV");
    }

    @Test
    void namesEveryColumnThatIsMissing() {
        export.file("c.csv", "first_name,last_name,phone", "Ada,B,1")
                .file("t.csv", "ID,Date,Buyer_Email,Revenue", "1,2024-05-01,a@example.com,5");

        assertThatThrownBy(export::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the export has 4 problem(s):"
                        + "\n - file c.csv, line 1: column 'email' or 'lead_id' is missing."
                        + " Export the contacts again with all columns"
                        + "\n - file t.csv, line 1: column 'transaction_type' is missing."
                        + " Export the transactions again with all columns"
                        + "\n - file t.csv, line 1: column 'amount' is missing."
                        + " Export the transactions again with all columns"
                        + "\n - file t.csv, line 1: column 'Revenue' names no currency."
                        + " Set 'currency' for the source, such as USD");
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Mars, 'setting ''zone'' must be a time zone such as America/New_York or -05:00 but was ''Mars'''",
        "tagSeparator, :, 'setting ''tagSeparator'' must be one of auto ; , | but was '':'''",
        "gdprPolarity, one, 'setting ''gdprPolarity'' must be one of unknown oneIsYes zeroIsYes but was ''one'''",
        "currency, usd, 'setting ''currency'' must be three capital letters such as USD but was ''usd'''",
        "defaultRegion, UK, 'setting ''defaultRegion'' must be one to four digits such as 44 but was ''UK'''",
        "complete, yes, 'setting ''complete'' must be one of true false but was ''yes'''"
    })
    void refusesSettingsOfTheWrongShape(String name, String value, String problem) {
        export.setting(name, value);

        assertThatThrownBy(export::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("connector 'kartra' has 1 problem(s):\n - " + problem);
    }

    @Test
    void readsPagesOfFiveHundredRows_andGoesOnFromAPosition() {
        export.file("a.csv", contacts(0, 1200)).file("b.csv", contacts(1200, 1201));
        SourceSession session = export.open();
        RecordCursor first = session.read(CONTACTS);

        assertThat(IntStream.range(0, 5).map(page -> first.next().size())).containsExactly(500, 500, 200, 1, 0);
        RecordCursor cursor = session.read(CONTACTS);
        cursor.next();
        cursor.next();
        ReadRequest rest = CONTACTS.from(cursor.position().orElseThrow());

        assertThat(ExportOnDisk.entries(export.open(), rest))
                .hasSize(201)
                .first()
                .satisfies(entry -> assertThat(entry.origin()).hasToString("a.csv:1002"));
        assertThat(ExportOnDisk.entries(session, CONTACTS.from(first.position().orElseThrow())))
                .isEmpty();
    }

    @Test
    void refusesAPositionInAFileThatIsGone() {
        export.file("a.csv", contacts(0, 1));
        SourceSession session = export.open();

        assertThatThrownBy(() -> session.read(CONTACTS.from("5 gone.csv")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("file gone.csv, where reading is to go on, is no longer in the export."
                        + " Put it back, or extract from the beginning");
    }

    @Test
    void givesTheSamePage_whenTheFileCouldNotBeReadForAMoment() throws IOException {
        export.file("a.csv", contacts(0, 700));
        SourceSession session = export.open();
        session.catalog();
        RecordCursor cursor = session.read(CONTACTS);
        Path file = folder.resolve("a.csv");
        Files.move(file, folder.resolve("away"));

        assertThatThrownBy(cursor::next)
                .isInstanceOf(RetryableConnectorException.class)
                .hasMessage(
                        "file a.csv of the export cannot be read after line 0. Check that the disk it is on is there");
        Files.move(folder.resolve("away"), file);

        assertThat(cursor.next())
                .hasSize(500)
                .first()
                .extracting(SourceEntry::origin)
                .hasToString("a.csv:2");
    }

    @Test
    void isEmptyForAnObjectThatTheExportLacks() {
        export.file("a.csv", contacts(0, 1)).setting("complete", "true");

        try (RecordCursor cursor = export.open().read(ReadRequest.all(ObjectType.of("transaction")))) {
            assertThat(cursor.next()).isEmpty();
            assertThat(cursor.coverage()).isEqualTo(Coverage.PARTIAL);
        }
    }

    @Test
    void isFullOnlyIfToldSoAndNoRowIsPutAside() {
        export.file("a.csv", contacts(0, 1));

        assertThat(coverage()).isEqualTo(Coverage.PARTIAL);
        export.setting("complete", "true");
        assertThat(coverage()).isEqualTo(Coverage.FULL);
        export.file("b.csv", "email,first_name", ",nobody");
        assertThat(coverage()).isEqualTo(Coverage.PARTIAL);
    }

    private Coverage coverage() {
        try (RecordCursor cursor = export.open().read(CONTACTS)) {
            return cursor.coverage();
        }
    }

    private static String[] contacts(int from, int to) {
        return IntStream.range(from - 1, to)
                .mapToObj(n -> n < from ? "lead_id,email" : n + ",c" + n + "@example.com")
                .toList()
                .toArray(String[]::new);
    }

    @Test
    void numbersTheEventsOfABookingByTheirBeginning() {
        export.file(
                        "appointments.csv",
                        "calendar_subscription_id,event_date,event_duration,time_zone,status,notes",
                        "5,2024-07-08 10:00,60,America/Detroit,Cancelled,late",
                        "5,2024-07-01 10:00,60,America/Detroit,No-Show,",
                        "6,2024-07-01 10:00,30,Europe/Berlin,Active,",
                        "6,2024-07-02 10:00,30,Mars,Active,")
                .file(
                        "calendar2.csv",
                        "calendar_subscription_id,event_date,event_duration,time_zone,status",
                        "5,2024-07-08 10:00,60,America/Detroit,Active");

        assertThat(export.records("appointment"))
                .extracting(
                        event -> event.ref().id() + " " + event.value("starts").orElse("") + " "
                                + event.value("minutes").orElse("") + " "
                                + event.value("status").orElse(""))
                .containsExactly(
                        "5#2 2024-07-08T14:00:00Z 60 cancelled",
                        "5#1 2024-07-01T14:00:00Z 60 no show",
                        "6#1 2024-07-01T08:00:00Z 30 active",
                        "5#2 2024-07-08T14:00:00Z 60 active");
        assertThat(export.remarks("appointment")).containsExactly("appointments.csv:5 time_zone zone");
    }

    @Test
    void marksEventsWhoseZoneIsAssumed() {
        export.file(
                "appointments.csv", "calendar_subscription_id,calendar_name,event_date", "5,Coaching,2024-05-01 10:00");

        assertThat(export.remarks("appointment")).containsExactly("starts default-zone");
    }

    @Test
    void readsSubscriptionsAndAffiliates() {
        export.file(
                        "subscriptions.csv",
                        "subscription_id,lead_id,product_name,status,start_date,end_date,installments_left,recurring_period,"
                                + "next_payment_amount",
                        "s1,7,Club,Active,2024-01-15 00:00:00,0000-00-00 00:00:00,Until cancelled,monthly,49.00",
                        "s2,8,Club,Terminated,2023-01-15,2023-12-15,0,monthly,N/A")
                .file("affiliates.csv", "affiliate_id,name,earned,due,currency", "3,Al,10.00,-2,EUR", "4,Bo,1,1,???")
                .setting("currency", "USD");

        assertThat(export.records("subscription"))
                .extracting(one -> one.ref().id() + " " + one.value("status").orElse("") + " "
                        + one.value("start_date").orElse("") + " "
                        + one.value("end_date").orElse("none") + " "
                        + money(one, "next_payment_amount"))
                .containsExactly(
                        "s1 active 2024-01-15T05:00:00Z none 49.00 USD",
                        "s2 terminated 2023-01-15T05:00:00Z 2023-12-15T05:00:00Z none");
        assertThat(export.records("affiliate"))
                .extracting(one -> money(one, "due"))
                .containsExactly("-2 EUR");
        assertThat(export.remarks("affiliate")).containsExactly("affiliates.csv:3 currency currency");
    }

    @Test
    void takesTheOnlyCurrencyOfTheExport_whenAHeaderNamesNone() {
        export.file("t.csv", "ID,Transaction_Type,Amount (CAD)", "1,Sale,5")
                .file("s.csv", "subscription_id,status,next_payment_amount", "s1,Active,49");

        assertThat(money(export.onlyRecord("subscription"), "next_payment_amount"))
                .isEqualTo("49 CAD");
        assertThat(export.open().inventory().gaps())
                .contains("amounts whose header names no currency were taken to be in CAD, as all others are");
    }

    @Test
    void saysThatContactsCountTwice_whenOnlySomeFilesHaveIds() {
        export.file("a.csv", "lead_id,email", "1,a@example.com").file("b.csv", "email,first_name", "a@example.com,Ada");

        assertThat(export.open().inventory().gaps())
                .contains("some contacts files have lead ids and some do not: a contact in both kinds counts twice."
                        + " Export all with the same columns");
    }

    @Test
    void saysNothingAboutGuessedCurrencies_whenNoneWasGuessed() {
        export.file("t.csv", "ID,Transaction_Type,Amount (CAD)", "1,Sale,5");

        assertThat(export.open().inventory().gaps()).noneMatch(gap -> gap.startsWith("amounts"));
    }

    private static String money(CrmRecord record, String field) {
        return record.value(field)
                .map(value -> (Money) value)
                .map(money -> money.amount() + " " + money.currency())
                .orElse("none");
    }
}
