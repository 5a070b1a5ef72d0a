package dev.crmmigration.connector.profi;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.testkit.contract.ExportContractSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A bundle with a few rows of everything, and more clients than a page holds. */
class ProfiContractSource extends ExportContractSource {

    private static final int CLIENTS = 700;

    /** The rows of each file, its header first. */
    private static final Map<String, List<String>> FILES = Map.ofEntries(
            Map.entry(
                    "coaches",
                    List.of("coach_id,email,role", "co1,ana@profi.example,owner", "co2,ben@profi.example,coach")),
            Map.entry(
                    "organizations",
                    List.of(
                            "organization_id,name,parent_organization_id,created_at",
                            "o1,Acme,,2024-01-01T00:00:00Z",
                            "o2,Acme South,o1,2024-01-02T00:00:00Z")),
            Map.entry(
                    "packages",
                    List.of(
                            "package_id,name,type,price,currency",
                            "p1,Starter,session_bundle,500.00,EUR",
                            "p2,Club,subscription,90,EUR")),
            Map.entry(
                    "enrollments",
                    List.of(
                            "enrollment_id,client_id,package_id,status,fee,currency,enrolled_at,expires_on,sessions_total",
                            "e1,c1,p1,active,500.00,EUR,2024-03-01T10:00:00Z,2024-12-31,10",
                            "e2,c2,p2,cancelled,90,EUR,2024-03-02T10:00:00Z,,")),
            Map.entry(
                    "sessions",
                    List.of(
                            "session_id,client_id,package_name,type,status,starts_at,ends_at,location",
                            "s1,c1,Starter,one_on_one,completed,2024-04-01T10:00:00Z,2024-04-01T11:00:00Z,",
                            "s2,,,group,scheduled,2024-04-02T10:00,,https://zoom.us/j/123")),
            Map.entry(
                    "session_participants",
                    List.of("session_id,client_id,attendance", "s2,c1,attended", "s2,c2,no_show")),
            Map.entry("courses", List.of("course_id,title,kind", "k1,Calm,course", "k2,Focus,content_room")),
            Map.entry("content_modules", List.of("module_id,course_id,title,position", "m1,k1,One,1", "m2,k1,Two,2")),
            Map.entry(
                    "content_enrollments",
                    List.of(
                            "content_enrollment_id,client_id,course_id,access_status,progress_percent",
                            "n1,c1,k1,active,50",
                            "n2,c2,k1,revoked,0")),
            Map.entry(
                    "content_progress",
                    List.of(
                            "content_enrollment_id,module_id,status,completed_at",
                            "n1,m1,completed,2024-05-01T00:00:00Z",
                            "n1,m2,started,")),
            Map.entry(
                    "notes",
                    List.of(
                            "note_id,kind,client_id,body_format,body,created_at",
                            "t1,journal,c1,html,\"<p>Hi <img src=\"\"data:image/png;base64,iVBORw0KGgo=\"\"></p>\",2024-05-02T00:00:00Z",
                            "t2,journal,c2,html,\"two<img src=\"\"files/a.png\"\">\",2024-05-03T00:00:00Z")),
            Map.entry(
                    "activities",
                    List.of(
                            "activity_id,kind,client_id,subject,started_at,done",
                            "a1,call,c1,Hello,2024-05-04T09:00:00Z,true",
                            "a2,task,c2,Do,2024-05-05T09:00:00Z,false")),
            Map.entry(
                    "invoices",
                    List.of(
                            "invoice_id,invoice_number,client_id,status,total,currency,paid_at",
                            "i1,2024-1,c1,paid,500.00,EUR,2024-03-03T00:00:00Z",
                            "i2,2024-2,c2,open,90,EUR,")),
            Map.entry(
                    "invoice_lines",
                    List.of("invoice_id,line_no,description,amount", "i1,1,Starter,500.00", "i2,1,Club,90")),
            Map.entry(
                    "payments",
                    List.of(
                            "payment_id,invoice_id,amount,currency,paid_at",
                            "y1,i1,500.00,EUR,2024-03-03T00:00:00Z",
                            "y2,i2,1,EUR,2024-03-04T00:00:00Z")),
            Map.entry(
                    "attachments",
                    List.of(
                            "attachment_id,parent_type,parent_id,category,file_name,path,size_bytes",
                            "f1,client,c1,handout,plan.txt,files/plan.txt,5",
                            "f2,note,t2,handout,b.png,files/a.png,3")),
            Map.entry(
                    "custom_field_values",
                    List.of("entity_type,entity_id,field_key,value", "client,c1,level,7", "client,c2,level,8")));

    /** A row that cannot be read, by object; of others no row can be wrong in one cell only. */
    private static final Map<String, String> BROKEN = Map.of(
            "organization", "o9,Xi,," + CELL,
            "client", "c9000,,,x9@customers.example," + CELL + ",,",
            "package", "p9,Xi,session_bundle," + CELL + ",EUR",
            "enrollment", "e9,c1,p1,active," + CELL + ",EUR,,,",
            "session", "s9,c1,,one_on_one,completed," + CELL + ",,",
            "note", "t9,journal,c1,html,x," + CELL,
            "activity", "a9,call,c1,x," + CELL + ",true",
            "invoice", "i9,9,c1,open," + CELL + ",EUR,",
            "invoice_line", "i9,1,x," + CELL,
            "payment", "y9,i9," + CELL + ",EUR,");

    private static final Map<String, String> FILE_OF = Map.ofEntries(
            Map.entry("coach", "coaches"),
            Map.entry("organization", "organizations"),
            Map.entry("package", "packages"),
            Map.entry("enrollment", "enrollments"),
            Map.entry("session", "sessions"),
            Map.entry("note", "notes"),
            Map.entry("activity", "activities"),
            Map.entry("invoice", "invoices"),
            Map.entry("invoice_line", "invoice_lines"),
            Map.entry("payment", "payments"),
            Map.entry("client", "clients"));

    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("coach", List.of("co1", "co2")),
            Map.entry("organization", List.of("o1", "o2")),
            Map.entry("package", List.of("p1", "p2")),
            Map.entry("enrollment", List.of("e1", "e2")),
            Map.entry("session", List.of("s1", "s2")),
            Map.entry("session_participant", List.of("s2/c1", "s2/c2")),
            Map.entry("course", List.of("k1", "k2")),
            Map.entry("content_module", List.of("m1", "m2")),
            Map.entry("content_enrollment", List.of("n1", "n2")),
            Map.entry("content_progress", List.of("n1/m1", "n1/m2")),
            Map.entry("note", List.of("t1", "t2")),
            Map.entry("note_image", List.of("t1/1", "t2/1")),
            Map.entry("activity", List.of("a1", "a2")),
            Map.entry("invoice", List.of("i1", "i2")),
            Map.entry("invoice_line", List.of("i1/1", "i2/1")),
            Map.entry("payment", List.of("y1", "y2")),
            Map.entry("attachment", List.of("f1", "f2")),
            Map.entry("custom_field_value", List.of("client/c1/level", "client/c2/level")));

    ProfiContractSource(Path parent) {
        super(parent, new ProfiSource());
        FILES.forEach((name, rows) -> files().file(name + ".csv", rows.toArray(String[]::new)));
        files().file("clients.csv", clients())
                .file("files/plan.txt", "plan\n".getBytes(StandardCharsets.UTF_8))
                .file("files/a.png", new byte[] {1, 2, 3});
        KEYS.forEach((type, keys) -> object(type, FILE_OF.getOrDefault(type, "") + ".csv", keys));
        object(
                "client",
                "clients.csv",
                IntStream.rangeClosed(1, CLIENTS).mapToObj(n -> "c" + n).toList());
        BROKEN.forEach(this::broken);
    }

    private static String[] clients() {
        return Stream.concat(
                        Stream.of("client_id,kind,first_name,email,created_at,tags,cf_goal"),
                        IntStream.rangeClosed(1, CLIENTS)
                                .mapToObj(n -> "c" + n + ",person,Ada,c" + n + "@customers.example,2024-03-"
                                        + (10 + n % 19) + "T10:00:00+01:00,vip;new,\"run\nfar\""))
                .toArray(String[]::new);
    }

    @Override
    public Settings settings() {
        return super.settings().with("complete", "true").with("zone", "Europe/Berlin");
    }

    @Override
    public Map<String, Settings> wrong() {
        return Map.of(
                "export", elsewhere(),
                "zone", settings().with("zone", "Mars"),
                "currency", settings().with("currency", "euros"),
                "dateOrder", settings().with("dateOrder", "backwards"),
                "region", settings().with("region", "Germany"),
                "duplicateClients", settings().with("duplicateClients", "maybe"),
                "complete", settings().with("complete", "perhaps"));
    }
}
