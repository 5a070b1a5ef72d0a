package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.testkit.contract.ExportContractSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A bundle with a few rows of everything, and more clients than a page holds. */
class PracticeContractSource extends ExportContractSource {

    private static final int CLIENTS = 700;

    PracticeContractSource(Path parent) {
        super(parent, new PracticeSource());
        people();
        packages();
        papers();
        broken("client", "c9000,Xi,x9@customers.example," + CELL + ",,");
        broken("package", "p9,Xi,fixed," + CELL + ",EUR");
        broken("client_package", "e9,c1,p1,active," + CELL + ",EUR,,,");
        broken("session", "s9,c1,,coaching,completed," + CELL + ",,");
        broken("note", "t9,c1,html,x," + CELL);
        broken("invoice", "i9,9,c1,sent," + CELL + ",EUR,");
        broken("contract", "k9,c1,Xi,signed," + CELL + ",");
    }

    private void table(String type, String file, List<String> keys, String... rows) {
        files().file(file + ".csv", rows);
        object(type, file + ".csv", keys);
    }

    private void people() {
        table(
                "coach",
                "coaches",
                List.of("co1", "co2"),
                "coach_id,email,role",
                "co1,ana@acme.example,owner",
                "co2,ben@acme.example,partner");
        table("company", "companies", List.of("o1", "o2"), "company_id,name,domain", "o1,Acme,acme.example", "o2,Bow,");
        files().file(
                        "clients.csv",
                        Stream.concat(
                                        Stream.of("client_id,first_name,email,created_at,tags,prop_goal"),
                                        IntStream.rangeClosed(1, CLIENTS)
                                                .mapToObj(n -> "c" + n + ",Ada,c" + n + "@customers.example,2024-03-"
                                                        + (10 + n % 19) + "T10:00:00+01:00,vip;new,\"run\nfar\""))
                                .toArray(String[]::new));
        object(
                "client",
                "clients.csv",
                IntStream.rangeClosed(1, CLIENTS).mapToObj(n -> "c" + n).toList());
        table(
                "client_company",
                "client_companies",
                List.of("c1/o1", "c1/o2"),
                "client_id,company_id,role,is_primary",
                "c1,o1,employer,true",
                "c1,o2,own_business,false");
        table("tag", "tags", List.of("g1", "g2"), "tag_id,name,color", "g1,vip,red", "g2,new,blue");
        table(
                "group",
                "groups",
                List.of("u1", "u2"),
                "group_id,name,parent_group_id,tags",
                "u1,All,,x",
                "u2,Some,u1,y");
        table(
                "group_member",
                "group_members",
                List.of("u2/c1", "u2/c2"),
                "group_id,client_id,joined_at",
                "u2,c1,2024-03-01T00:00:00Z",
                "u2,c2,2024-03-01T00:00:00Z");
    }

    private void packages() {
        table(
                "package",
                "packages",
                List.of("p1", "p2"),
                "package_id,title,type,price,currency",
                "p1,Starter,fixed,500.00,EUR",
                "p2,Club,subscription,90,EUR");
        table(
                "client_package",
                "client_packages",
                List.of("e1", "e2"),
                "client_package_id,client_id,package_id,status,price,currency,assigned_at,ends_on,quantity_total",
                "e1,c1,p1,active,500.00,EUR,2024-03-01T10:00:00Z,2024-12-31,10",
                "e2,c2,p2,cancelled,90,EUR,2024-03-02T10:00:00Z,,");
        table(
                "package_status_change",
                "package_status_changes",
                List.of("e1/2024-03-01T10:00:00Z", "e2/2024-03-02T10:00:00Z"),
                "client_package_id,changed_at,from_status,to_status",
                "e1,2024-03-01T10:00:00Z,,active",
                "e2,2024-03-02T10:00:00Z,active,cancelled");
        table(
                "session",
                "sessions",
                List.of("s1", "s2"),
                "session_id,client_id,package_title,type,status,starts_at,ends_at,location",
                "s1,c1,Starter,coaching,completed,2024-04-01T10:00:00Z,2024-04-01T11:00:00Z,",
                "s2,,,group,scheduled,2024-04-02T10:00,,https://zoom.us/j/123");
        table(
                "session_attendee",
                "session_attendees",
                List.of("s2/c1", "s2/c2"),
                "session_id,client_id,attendance",
                "s2,c1,attended",
                "s2,c2,no_show");
        table("product", "products", List.of("d1", "d2"), "id,title,price,currency", "d1,Book,20,EUR", "d2,Card,5,EUR");
        table("coupon", "coupons", List.of("v1", "v2"), "id,code,kind,value", "v1,HALF,percent,50", "v2,TEN,amount,10");
    }

    private void papers() {
        files().file(
                        "forms.json",
                        "[{\"form_id\":\"f1\",\"title\":\"Intake\",\"kind\":\"intake\",\"questions\":["
                                + "{\"question_id\":\"q1\",\"position\":1,\"label\":\"Why\",\"type\":\"long_text\"}]}]")
                .file("files/plan.txt", "plan\n".getBytes(StandardCharsets.UTF_8))
                .file("files/a.png", new byte[] {1, 2, 3})
                .file("files/k1.pdf", "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        table(
                "form_response",
                "form_responses",
                List.of("r1", "r2"),
                "response_id,form_id,client_id,status,submitted_at",
                "r1,f1,c1,submitted,2024-03-01T10:00:00Z",
                "r2,f1,c2,sent,");
        table(
                "form_answer",
                "form_answers",
                List.of("r1/q1", "r1/q2"),
                "response_id,question_id,answer",
                "r1,q1,To grow",
                "r1,q2,Yes");
        table(
                "note",
                "notes",
                List.of("t1", "t2"),
                "note_id,client_id,body_format,body,created_at",
                "t1,c1,html,\"<p>Hi <img src=\"\"data:image/png;base64,iVBORw0KGgo=\"\"></p>\",2024-05-02T00:00:00Z",
                "t2,c2,html,\"two<img src=\"\"files/a.png\"\">\",2024-05-03T00:00:00Z");
        object("note_image", "", List.of("t1/1", "t2/1"));
        table(
                "invoice",
                "invoices",
                List.of("i1", "i2"),
                "invoice_id,invoice_number,client_id,status,total,currency,paid_at",
                "i1,2024-1,c1,paid,500.00,EUR,2024-03-03T00:00:00Z",
                "i2,2024-2,c2,sent,90,EUR,");
        table(
                "invoice_item",
                "invoice_items",
                List.of("i1/1", "i2/1"),
                "invoice_id,line_no,description,amount",
                "i1,1,Starter,500.00",
                "i2,1,Club,90");
        table(
                "contract",
                "contracts",
                List.of("k1", "k2"),
                "contract_id,client_id,title,status,signed_at,file_path",
                "k1,c1,Terms,signed,2024-03-01T00:00:00Z,files/k1.pdf",
                "k2,c2,Terms,sent,,");
        table(
                "attachment",
                "attachments",
                List.of("f1", "f2"),
                "attachment_id,parent_type,parent_id,category,file_name,path,size_bytes",
                "f1,client,c1,handout,plan.txt,files/plan.txt,5",
                "f2,note,t2,handout,b.png,files/a.png,3");
        table(
                "property_value",
                "property_values",
                List.of("client/c1/level", "client/c2/level"),
                "entity_type,entity_id,property_key,value",
                "client,c1,level,7",
                "client,c2,level,8");
    }

    @Override
    public Settings settings() {
        return super.settings()
                .with("complete", "true")
                .with("zone", "Europe/Berlin")
                .with("contractLinks", "leave");
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
                "contractLinks", settings().with("contractLinks", "perhaps"),
                "lostInheritance", settings().with("lostInheritance", "never"),
                "complete", settings().with("complete", "perhaps"));
    }
}
