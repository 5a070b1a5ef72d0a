package dev.crmmigration.connector.profi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ExportFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfiSourceTest {

    private static final String CLIENTS = "client_id,first_name,last_name,email,phone,updated_at";
    private static final String SESSIONS = "session_id,client_id,client_email,type,status,starts_at,ends_at,title";

    @TempDir
    Path folder;

    private ExportFiles bundle;

    @BeforeEach
    void begin() {
        bundle = new ExportFiles(folder, new ProfiSource())
                .setting("zone", "Europe/Berlin")
                .setting("currency", "EUR");
    }

    @Test
    void asksForAZone_whenNoManifestSaysOne() {
        bundle.file("clients.csv", CLIENTS, "c1,Ada,Low,ada@x.example,,").setting("zone", "");

        assertThatThrownBy(bundle::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Set 'zone'");
    }

    @Test
    void makesTheSameIdForARowWithoutOne_inEveryExport() {
        bundle.file("clients.csv", "email,first_name,last_name", "ada@x.example,Ada,Low");
        String before = bundle.onlyRecord("client").ref().id();
        bundle.file("clients.csv", "first_name,last_name,email", "ADA,Lowe,Ada@X.example");

        assertThat(bundle.onlyRecord("client").ref().id()).isEqualTo(before).startsWith("syn:");
    }

    @Test
    void putsRowsWithOneIdAside_whenNothingTellsWhichIsNewer() {
        bundle.file("clients.csv", CLIENTS, "c1,Ada,Low,ada@x.example,,", "c1,Eva,Low,eva@x.example,,");

        assertThat(bundle.remarks("client")).containsExactly("clients.csv:2  ID_DUP", "clients.csv:3  ID_DUP");
    }

    @Test
    void leadsClientsOfOneAddressAndNameToTheNewest_andTheirSessionsWithThem() {
        bundle.file(
                        "clients.csv",
                        CLIENTS,
                        "c1,Ada,Low,ada@x.example,,2025-01-01T00:00:00Z",
                        "c2,Ada,Low,ADA@x.example,,2025-02-01T00:00:00Z",
                        "c3,Eva,Low,eva@x.example,,",
                        "c4,Adam,Low,eva@x.example,,")
                .file("sessions.csv", SESSIONS, "s1,c1,,one_on_one,completed,2025-01-01T10:00:00Z,,x");

        assertThat(bundle.records("client"))
                .extracting(client -> client.value("same_as"), client -> client.value("duplicate_rank"))
                .containsExactly(
                        tuple(Optional.of("c2"), Optional.of(1L)),
                        tuple(Optional.of("c2"), Optional.of(0L)),
                        tuple(Optional.empty(), Optional.empty()),
                        tuple(Optional.empty(), Optional.empty()));
        assertThat(bundle.onlyRecord("session").value("client_id")).hasValue("c2");
        assertThat(bundle.open().inventory().gaps())
                .anyMatch(gap -> gap.contains("shared by clients of different names"));
    }

    @Test
    void findsTheClientOfASessionByAddress_whenItsIdIsLost() {
        bundle.file("clients.csv", CLIENTS, "c1,Ada,Low,ada@x.example,,")
                .file("sessions.csv", SESSIONS, "s1,c77,Ada@X.example,one_on_one,completed,2025-01-01T10:00:00Z,,x");

        assertThat(bundle.onlyRecord("session").value("client_id")).hasValue("c1");
        assertThat(bundle.remarks("session")).contains("client_id REF_DANGLING");
    }

    @Test
    void readsStatusesAndTypesInTheirOtherWords() {
        bundle.file(
                "sessions.csv",
                SESSIONS,
                "s1,,,1:1,Done,2025-01-01T10:00:00Z,,x",
                "s2,,,Workshop,No-show,2025-01-01T10:00:00Z,,x",
                "s3,,,Discovery call,Late cancel,2025-01-01T10:00:00Z,,x",
                "s4,,,retreat,Moved,2025-01-01T10:00:00Z,,x");

        assertThat(bundle.records("session"))
                .extracting(session -> session.value("type").orElseThrow() + " "
                        + session.value("status").orElseThrow())
                .containsExactly(
                        "one_on_one completed", "group no_show", "consultation cancelled", "retreat rescheduled");
        assertThat(bundle.remarks("session")).contains("type ENUM_NEW");
    }

    @Test
    void readsTheLengthOfASession_fromEndThenServiceThenAnHour() {
        bundle.file(
                "sessions.csv",
                "session_id,status,starts_at,ends_at,duration_minutes,service_name",
                "s1,completed,2025-01-01T10:00:00Z,2025-01-01T10:45:00Z,,",
                "s2,completed,2025-01-01T10:00:00Z,,,Individual 30-min session",
                "s3,completed,2025-01-01T10:00:00Z,,,Talk",
                "s4,completed,2025-01-01T23:30:00Z,2025-01-01T00:30:00Z,60,",
                "s5,completed,2025-01-01T10:00:00Z,,20,");

        assertThat(bundle.records("session"))
                .extracting(session -> session.value("minutes").orElseThrow() + " "
                        + session.value("minutes_from").orElseThrow())
                .containsExactly("45 end", "30 service", "60 assumed", "60 end", "20 duration");
        assertThat(bundle.remarks("session")).containsExactly("minutes DURATION_ASSUMED", "ends_at TIME_ORDER");
    }

    @Test
    void findsMeetingLinksInText() {
        assertThat(Sessions.MEETINGS.in("join https://acme.zoom.us/j/123?pwd=x&amp;y=1. Thanks"))
                .hasValue("https://acme.zoom.us/j/123?pwd=x&y=1");
        assertThat(Sessions.MEETINGS.in("<a href=\"https://meet.google.com/abc-def\">x</a>"))
                .hasValue("https://meet.google.com/abc-def");
        assertThat(Sessions.MEETINGS.in("see https://zoom.us/pricing and https://example.com/zoom.us/j/1"))
                .isEmpty();
    }

    @Test
    void givesAnAmountTheCurrencyOfItsRow_elseOfTheSetting_elsePutsItAside() {
        bundle.file("packages.csv", "package_id,name,price,currency", "p1,A,10.00,USD", "p2,B,20.00,");
        assertThat(bundle.records("package"))
                .extracting(one -> one.value("price").map(Object::toString))
                .containsExactly(Optional.of("Money[USD]"), Optional.of("Money[EUR]"));

        bundle.setting("currency", "");
        assertThat(bundle.remarks("package")).containsExactly("packages.csv:3 price CURRENCY");
    }

    @Test
    void makesSafeHtmlOfNotes_andNamesTheirImages() {
        bundle.file("clients.csv", CLIENTS, "c1,Ada,Low,ada@x.example,,")
                .file(
                        "notes.csv",
                        "note_id,client_id,kind,body_format,body",
                        "n1,c1,journal,html,\"<p onclick=\"\"x()\"\">Hi<script>bad()</script> <img src='files/a.png'></p>\"",
                        "n2,c1,journal,markdown,\"# Plan\n- **one**\n- a < b\"",
                        "n3,c1,journal,text,a < b")
                .file("files/a.png", "png".getBytes(StandardCharsets.UTF_8));

        assertThat(bundle.records("note"))
                .extracting(note -> note.value("content").orElseThrow())
                .containsExactly(
                        "<p>Hi [image 1]</p>",
                        "<b>Plan</b><br><ul><li><b>one</b></li><li>a &lt; b</li></ul>",
                        "a &lt; b");
        CrmRecord image = bundle.onlyRecord("note_image");
        assertThat(image.value("note_id")).hasValue("n1");
        assertThat(image.value("file")).isPresent();
    }

    @Test
    void attachesNoPageThatAsksToLogIn_andNothingOutsideTheBundle() {
        bundle.file(
                        "attachments.csv",
                        "attachment_id,parent_type,parent_id,category,file_name,mime_type,path",
                        "a1,client,c1,contract,c.pdf,application/pdf,files/c.pdf",
                        "a2,client,c1,other,passwd,,../../etc/passwd",
                        "a3,client,c1,other,../x:y.txt,,files/d.txt")
                .file("files/c.pdf", "<html>".getBytes(StandardCharsets.UTF_8))
                .file("files/d.txt", "d".getBytes(StandardCharsets.UTF_8));

        assertThat(bundle.records("attachment"))
                .extracting(one -> one.value("file").isPresent())
                .containsExactly(false, false, true);
        assertThat(bundle.remarks("attachment"))
                .containsExactly("file FILE_MISSING", "file FILE_MISSING", "file_name FILE_NAME");
    }

    @Test
    void givesCustomFieldsTheTypeOfTheirDefinition_wideOrInRows() {
        bundle.file(
                        "custom_fields.csv",
                        "field_key,label,applies_to,type,options",
                        "goal,Goal,client,single_select,Run;Rest",
                        "score,Score,client,number,")
                .file("clients.csv", "client_id,email,cf_goal", "c1,a@x.example,run", "c2,b@x.example,Fly")
                .file(
                        "custom_field_values.csv",
                        "entity_type,entity_id,field_key,value",
                        "client,c1,score,7.5",
                        "client,c2,score,many");

        assertThat(bundle.describe("client").field("cf_goal").orElseThrow().options())
                .extracting(option -> option.label())
                .containsExactly("Run", "Rest", "Fly");
        assertThat(bundle.describe("client").field("cf_score").orElseThrow().label())
                .isEqualTo("Score");
        assertThat(bundle.records("client"))
                .extracting(client -> client.value("cf_goal").orElseThrow())
                .containsExactly("Run", "Fly");
        assertThat(bundle.remarks("custom_field_value")).containsExactly("value CUSTOM_TYPE");
    }

    @Test
    void tellsDeletionsOfABundleOfChanges_toWhoAsksForThem() {
        bundle.file(
                        "manifest.json",
                        "{\"format\":\"profi-export\",\"exported_at\":\"2026-03-04T09:00:00Z\","
                                + "\"since\":\"2026-03-02T09:00:00Z\",\"time_zone\":\"Europe/Berlin\"}")
                .file(
                        "clients.csv",
                        CLIENTS + ",deleted_at",
                        "c1,Ada,Low,ada@x.example,,2026-03-03T00:00:00Z,",
                        "c2,,,,,2026-03-03T00:00:00Z,2026-03-03T00:00:00Z");
        SourceSession session = bundle.open();
        ObjectType client = ObjectType.of("client");
        ReadRequest changes =
                new ReadRequest(client, Optional.empty(), Optional.of(Instant.parse("2026-03-02T09:00:00Z")));

        List<SourceEntry> entries = ExportFiles.entries(session, changes);

        assertThat(entries).hasSize(2);
        assertThat(entries.get(1))
                .isInstanceOfSatisfying(
                        SourceEntry.Deleted.class,
                        deleted -> assertThat(deleted.ref()).isEqualTo(new RecordRef(client, "c2")));
        assertThat(coverage(session, changes)).isEqualTo(Coverage.CHANGES);
        assertThat(coverage(session, ReadRequest.all(client))).isEqualTo(Coverage.PARTIAL);
        assertThat(bundle.records("client")).hasSize(1);
    }

    @Test
    void countsAsWhole_whenAManifestOfAFullExportIsThere() {
        bundle.file(
                        "manifest.json",
                        "{\"format\":\"profi-export\",\"exported_at\":\"2026-03-04T09:00:00Z\",\"since\":null}")
                .file("clients.csv", CLIENTS, "c1,Ada,Low,ada@x.example,,");
        assertThat(coverage(bundle.open(), ReadRequest.all(ObjectType.of("client"))))
                .isEqualTo(Coverage.FULL);

        bundle.setting("complete", "false");
        assertThat(coverage(bundle.open(), ReadRequest.all(ObjectType.of("client"))))
                .isEqualTo(Coverage.PARTIAL);
    }

    private static Coverage coverage(SourceSession session, ReadRequest request) {
        try (RecordCursor cursor = session.read(request)) {
            while (!cursor.next().isEmpty()) {}
            return cursor.coverage();
        }
    }
}
