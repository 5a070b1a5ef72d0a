package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.source.SourceEntry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KartraContactTest {

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void setUp() {
        export = new ExportOnDisk(folder);
    }

    @Test
    void readsAContact() {
        export.file(
                "any name.csv",
                "id,Email,First name,Last Name,Phone Country Code,Phone,ZIP,Score,Date Joined,Tag(s),Notes",
                "17,Ada@Example.com,Ada,Byron,44,020 7946 0000,00501,12,2024-01-15 09:30:00,VIP,\"one\ntwo\"");

        CrmRecord contact = export.onlyRecord("contact");

        assertThat(contact.ref().id()).isEqualTo("17");
        assertThat(contact.fields().keySet())
                .containsExactly(
                        "lead_id",
                        "email",
                        "first_name",
                        "last_name",
                        "phone_country_code",
                        "phone",
                        "zip",
                        "score",
                        "created",
                        "tags",
                        "notes",
                        "masked_test_lead");
        assertThat(contact.value("email")).contains("Ada@Example.com");
        assertThat(contact.value("zip")).contains("00501");
        assertThat(contact.value("score")).contains(12L);
        assertThat(contact.value("created")).contains(Instant.parse("2024-01-15T14:30:00Z"));
        assertThat(contact.value("tags")).contains(List.of("VIP"));
        assertThat(contact.value("notes")).contains("one\ntwo");
    }

    @Test
    void describesTheColumnsThatTheExportHas() {
        export.file("c.csv", "email,first_name,tags,Shoe size", "a@example.com,Ada,VIP,40");

        assertThat(export.describe("contact").fields())
                .extracting(FieldDescription::key, FieldDescription::type, FieldDescription::custom)
                .containsExactly(
                        tuple("email", FieldType.TEXT, false),
                        tuple("masked_test_lead", FieldType.BOOLEAN, false),
                        tuple("first_name", FieldType.TEXT, false),
                        tuple("tags", FieldType.CHOICES, false),
                        tuple("Shoe size", FieldType.TEXT, true));
    }

    @Test
    void isNamedByTheNormalEmail_whenTheFileHasNoIds() {
        export.file("c.csv", "email,first_name", " Ada@Example.COM ,Ada");

        assertThat(export.onlyRecord("contact").ref().id()).isEqualTo("ada@example.com");
    }

    @Test
    void putsAsideARowWithNeitherIdNorEmail() {
        export.file("c.csv", "lead_id,email,first_name", "1,,Ada", ",,Bob", ",N/A,Cy");

        assertThat(export.records("contact"))
                .extracting(record -> record.ref().id())
                .containsExactly("1");
        assertThat(export.remarks("contact")).containsExactly("c.csv:3  missing-id", "c.csv:4  missing-id");
    }

    @Test
    void keepsTheTextOfAWindowsFile() {
        byte[] bytes =
                "email,first_name\na@example.com,Zoë\nb@example.com,Bob\n".getBytes(Charset.forName("windows-1252"));
        export.file("c.csv", bytes);

        assertThat(export.records("contact").get(0).value("first_name")).contains("Zoë");
        assertThat(export.remarks("contact")).containsExactly("ENC_1252");
        assertThat(export.open().inventory().gaps()).contains("file c.csv is not UTF-8 and was read as Windows-1252");
    }

    @Test
    void readsUtf16WithAMark() {
        export.file("c.csv", "\uFEFFemail,first_name\na@example.com,Łucja\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(export.onlyRecord("contact").value("first_name")).contains("Łucja");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-01 12:00:00, 2024-07-01T16:00:00Z",
        "2024-01-01 12:00, 2024-01-01T17:00:00Z",
        "2024-01-01, 2024-01-01T05:00:00Z",
        "01 Jul 2024 12:00, 2024-07-01T16:00:00Z",
        "1 jul 2024 12:00:30, 2024-07-01T16:00:30Z",
        "01 Jan 2024, 2024-01-01T05:00:00Z",
        "31-12-2023, 2023-12-31T05:00:00Z",
        "31-12-2023 23:59, 2024-01-01T04:59:00Z",
        "31-12-2023 23:59:59, 2024-01-01T04:59:59Z",
        "2024-07-01T12:00:00+02:00, 2024-07-01T10:00:00Z",
        "2024-07-01T12:00:00Z, 2024-07-01T12:00:00Z"
    })
    void readsEveryShapeOfADate(String text, Instant expected) {
        export.file("c.csv", "email,date_joined,tags", "a@example.com," + text + ",x");

        assertThat(export.onlyRecord("contact").value("created")).contains(expected);
        assertThat(export.remarks("contact")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-10 02:30:00, 2024-03-10T07:30:00Z, created skipped-hour",
        "2024-11-03 01:30:00, 2024-11-03T05:30:00Z, created repeated-hour"
    })
    void remarksOnHoursThatTheZoneSkipsOrRepeats(String text, Instant expected, String remark) {
        export.file("c.csv", "email,date_joined,tags", "a@example.com," + text + ",x");

        assertThat(export.onlyRecord("contact").value("created")).contains(expected);
        assertThat(export.remarks("contact")).containsExactly(remark);
    }

    @Test
    void readsDatesInTheZoneThatIsSet() {
        export.setting("zone", "-05:00").file("c.csv", "email,date_joined,tags", "a@example.com,2024-07-01 12:00,x");

        assertThat(export.onlyRecord("contact").value("created")).contains(Instant.parse("2024-07-01T17:00:00Z"));
    }

    @Test
    void takesKartrasWordsForNothing() {
        export.file(
                "c.csv",
                "email,date_joined,company,gdpr_status_date,Favourite",
                "a@example.com,0000-00-00 00:00:00,N/A,0000-00-00,N/A");

        assertThat(export.onlyRecord("contact").fields().keySet())
                .containsExactly("email", "Favourite", "masked_test_lead");
        assertThat(export.remarks("contact"))
                .containsExactlyInAnyOrder(
                        "created DATE_SENTINEL", "company null-word", "gdpr_status_date DATE_SENTINEL");
    }

    @Test
    void putsAsideARowWithADateOfNoShape() {
        export.file(
                "sub/c.csv",
                "email,Date Joined,notes",
                "a@example.com,2024-01-01,\"two\nlines\"",
                "b@example.com,2024-02-30,",
                "c@example.com,the day before,");

        assertThat(export.remarks("contact"))
                .containsExactly("sub/c.csv:4 Date Joined date", "sub/c.csv:5 Date Joined date");
    }

    @Test
    void stops_whenNobodySaysWhichNumberOfADateIsTheDay() {
        export.file("c.csv", "email,Date Joined", "c@example.com,03/04/2024");

        assertThatThrownBy(() -> export.remarks("contact"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("file c.csv, column 'Date Joined'")
                .hasMessageContaining("setting 'dateOrder'");
        assertThat(export.setting("dateOrder", "monthFirst")
                        .onlyRecord("contact")
                        .value("created"))
                .contains(Instant.parse("2024-03-04T05:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Accepted, Yes, ACCEPTED, YES",
        "2, no, ACCEPTED, NO",
        "not  accepted, '', NOT_ACCEPTED, UNKNOWN",
        "Declined, 1, NOT_ACCEPTED, UNKNOWN",
        "Not subject, 0, NOT_SUBJECT, UNKNOWN",
        "Disabled, maybe, OFF, UNKNOWN",
        "Pending, N/A, PENDING, UNKNOWN",
        "'', Yes, UNKNOWN, YES",
        "Something else, Yes, UNKNOWN, YES"
    })
    void readsConsent(String status, String communications, String expectedStatus, String expectedCommunications) {
        export.file("c.csv", "email,gdpr_status,gdpr_communications", "a@example.com," + status + "," + communications);

        CrmRecord contact = export.onlyRecord("contact");

        assertThat(contact.value("gdpr_status")).contains(expectedStatus);
        assertThat(contact.value("gdpr_communications")).contains(expectedCommunications);
        assertThat(contact.value("gdpr_status_raw").orElse("")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"oneIsYes, 1, YES", "oneIsYes, 0, NO", "zeroIsYes, 0, YES", "zeroIsYes, 1, NO", "unknown, 1, UNKNOWN"})
    void readsBareNumbersOfCommunicationsAsToldTo(String polarity, String number, String expected) {
        export.setting("gdprPolarity", polarity).file("c.csv", "email,gdpr_communications", "a@example.com," + number);

        assertThat(export.onlyRecord("contact").value("gdpr_communications")).contains(expected);
    }

    @Test
    void marksMaskedTestLeads() {
        export.file("c.csv", "email,first_name", "x@Kartra.com,A", "x@notkartra.com,B");

        assertThat(export.records("contact"))
                .extracting(contact -> contact.value("masked_test_lead").orElseThrow())
                .containsExactly(true, false);
    }

    @Test
    void addsTheDialCodeThatIsSet_whenThereIsNone() {
        export.setting("defaultRegion", "+44")
                .file("c.csv", "email,phone", "a@example.com,020", "b@example.com,+4930", "c@example.com,");

        assertThat(export.records("contact"))
                .extracting(contact -> contact.value("phone_country_code").orElse(""))
                .containsExactly("44", "", "");
        assertThat(export.remarks("contact")).containsExactly("phone_country_code default-region");
    }

    @Test
    void describesTheDialCode_whenTheSettingsFillItIn() {
        export.file("c.csv", "email,phone", "a@example.com,020");

        assertThat(export.describe("contact").field("phone_country_code")).isEmpty();
        export.setting("defaultRegion", "44");
        assertThat(export.describe("contact").fields())
                .extracting(FieldDescription::key)
                .containsExactly("email", "masked_test_lead", "phone", "phone_country_code");
    }

    @Test
    void marksLaterExportsByTheMomentInTheirName() {
        export.file("contacts_kartra_09-06-2026_6a2803f884d5c.csv", "lead_id,email,city", "1,a@example.com,New")
                .file("contacts_kartra_08-06-2026_6a277407a4499 (1).csv", "city,email,lead_id", "Old,a@example.com,1")
                .file("aa_08-06-2026_ffffffffffff0.csv", "lead_id,email,city", "1,a@example.com,Undated");

        assertThat(export.entries("contact"))
                .extracting(entry -> entry.match(
                        read -> read.record().value("city").orElse("") + " " + Instant.ofEpochMilli(read.version()),
                        SourceEntry.Quarantined::rule,
                        deleted -> "deleted"))
                .containsExactly(
                        "Undated 1970-01-01T00:00:00Z", "Old 2026-06-09T02:01:43.672Z", "New 2026-06-09T12:15:52.544Z");
    }

    @Test
    void keepsOptionsOfCustomFieldsAndTags() {
        export.file(
                "c.csv",
                "email,tags,Plan,Likes,About,Code",
                "a@example.com,VIP;Buyer,Gold,Red;Blue,\"x\ny\",1",
                "b@example.com,Buyer,Silver,Blue,z,2",
                "c@example.com,,Gold,Blue;Red,,3");

        List<FieldDescription> fields = export.describe("contact").fields();

        assertThat(fields.subList(2, fields.size()))
                .extracting(field -> field.key() + " " + field.type() + " "
                        + field.options().stream().map(Option::label).toList() + " " + field.platformType())
                .containsExactly(
                        "tags CHOICES [VIP, Buyer] CHOICES",
                        "Plan CHOICE [Gold, Silver] drop_down (inferred)",
                        "Likes CHOICES [Red, Blue] checkbox (inferred)",
                        "About LONG_TEXT [] text_area (inferred)",
                        "Code TEXT [] input_field (inferred)");
        assertThat(export.records("contact"))
                .extracting(contact -> contact.value("Likes").orElseThrow())
                .containsExactly(List.of("Red", "Blue"), List.of("Blue"), List.of("Blue", "Red"));
    }

    @Test
    void followsTheDefinitionsOfCustomFields() {
        export.file("c.csv", "email,city,Plan,likes", "a@example.com,,\"Gold, yearly\",\"Red, dark, Blue\"")
                .file(
                        "custom_fields.csv",
                        "field_identifier,field_type,options",
                        "plan,drop_down,\"Silver;Gold, yearly\"",
                        "likes,checkbox,\"Red, dark;Blue\"");

        CrmRecord contact = export.onlyRecord("contact");

        assertThat(contact.value("Plan")).contains("Gold, yearly");
        assertThat(contact.value("likes")).contains(List.of("Red, dark", "Blue"));
        assertThat(export.describe("contact").field("Plan").orElseThrow())
                .satisfies(plan -> assertThat(plan.type()).isEqualTo(FieldType.CHOICE))
                .satisfies(plan -> assertThat(plan.platformType()).isEqualTo("drop_down"))
                .satisfies(plan ->
                        assertThat(plan.options()).extracting(Option::label).containsExactly("Silver", "Gold, yearly"));
    }

    @Test
    void followsTheDefinitionsThatTheApiGives() {
        export.file("c.csv", "email,city,size", "a@example.com,,M", "b@example.com,,L")
                .file(
                        "custom_fields.json",
                        "{\"status\":\"Success\",\"custom_fields\":[{\"field_id\":\"7\",\"field_identifier\":\"size\",",
                        "\"field_type\":\"radio_button\",\"field_value\":[{\"option_id\":\"1\",\"option_value\":\"S\"}]}]}");

        assertThat(export.describe("contact").field("size").orElseThrow())
                .satisfies(size -> assertThat(size.platformType()).isEqualTo("radio_button"))
                .satisfies(size ->
                        assertThat(size.options()).extracting(Option::label).containsExactly("S", "M", "L"));
    }

    @Test
    void keepsColumnsThatAreCalledLikeThoseOfDictionaries() {
        export.file("c.csv", "email,first_name,tag_name", "a@example.com,Ada,x");

        assertThat(export.onlyRecord("contact").value("tag_name")).contains("x");
    }

    @Test
    void keepsColumnsOfOneNameAndColumnsWithoutName() {
        export.file("c.csv", "email,first_name,Size,size,,Email,", "a@example.com,Ada,1,2,3,4,");

        assertThat(export.onlyRecord("contact").fields().keySet())
                .containsExactly("email", "first_name", "Size", "size", "column_5", "Email", "masked_test_lead");
        assertThat(export.describe("contact").fields())
                .filteredOn(FieldDescription::custom)
                .extracting(FieldDescription::key)
                .containsExactly("Size", "size", "column_5", "Email");
    }
}
