package dev.crmmigration.examples.cli.everything;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/** The rows from the invented source to every object of Pipedrive. */
final class PracticeMappings {

    static final String SOURCE = "practice";

    private static final String PIPEDRIVE = "pipedrive";

    private static final ObjectType ORGANIZATION = ObjectType.of("organization");
    private static final ObjectType PERSON = ObjectType.of("person");
    private static final ObjectType DEAL = ObjectType.of("deal");

    private PracticeMappings() {}

    static List<ObjectMapping> all() {
        return List.of(
                new PracticeRow(
                        PIPEDRIVE,
                        1,
                        "CompanyToOrganization",
                        Records.from("company")
                                .to("organization")
                                .set("name", "name")
                                .set("add_time", "since")
                                .set("Site", "site")
                                .needs(SchemaElement.field(ORGANIZATION, "Site", FieldType.TEXT))
                                .build(),
                        owner("company"),
                        Records.from("company")
                                .part("follower")
                                .to("organizationFollower")
                                .set("org_id", "link(CompanyToOrganization, $id)")
                                .set("user_id", "user(\"olga@acme.example\")")
                                .build()),
                new PracticeRow(
                        PIPEDRIVE,
                        2,
                        "ParentToRelationship",
                        Records.from("company")
                                .to("organizationRelationship")
                                .where("present(parent)")
                                .set("type", "\"parent\"")
                                .set("rel_owner_org_id", "link(CompanyToOrganization, parent)")
                                .set("rel_linked_org_id", "link(CompanyToOrganization, $id)")
                                .build()),
                new PracticeRow(
                        PIPEDRIVE,
                        3,
                        "ContactToPerson",
                        Records.from("contact")
                                .to("person")
                                .set("name", "name")
                                .set("emails", "contactPoints(contactPoint(email))")
                                .set("org_id", "link(CompanyToOrganization, company)")
                                .set("add_time", "joined")
                                .set("Tier", "tier")
                                .set("Born", "born")
                                .needs(SchemaElement.pickList(
                                        PERSON, "Tier", FieldType.CHOICE, List.of("Gold", "Silver")))
                                .needs(SchemaElement.field(PERSON, "Born", FieldType.DATE))
                                .build(),
                        owner("contact")),
                new PracticeRow(
                        PIPEDRIVE,
                        4,
                        "GoodToProduct",
                        Records.from("good")
                                .to("product")
                                .set("name", "name")
                                .set("prices", "price")
                                .build()),
                new PracticeRow(
                        PIPEDRIVE,
                        5,
                        "OpportunityToDeal",
                        Records.from("opportunity")
                                .to("deal")
                                .set("title", "title")
                                .set("person_id", "link(ContactToPerson, contact)")
                                .set("org_id", "link(CompanyToOrganization, company)")
                                .set("currency", "worth.currency")
                                .set("status", "state")
                                .set("won_time", "case(eq(state, \"won\") => closed, else => null)")
                                .set("stage_id", "\"Practice / Running\"")
                                .set("First offer", "worth")
                                .needs(SchemaElement.pipeline(DEAL, "Practice"))
                                .needs(SchemaElement.stage(DEAL, "stage_id", "Practice", "Running"))
                                .needs(SchemaElement.field(DEAL, "First offer", FieldType.MONEY))
                                .build(),
                        owner("opportunity")),
                new PracticeRow(
                        PIPEDRIVE,
                        6,
                        "SecondToParticipant",
                        Records.from("opportunity")
                                .to("dealParticipant")
                                .set("deal_id", "link(OpportunityToDeal, $id)")
                                .set("person_id", "link(ContactToPerson, second)")
                                .build()),
                new PracticeRow(
                        PIPEDRIVE,
                        7,
                        "LineToDealProduct",
                        Records.from("line")
                                .to("dealProduct")
                                .set("deal_id", "link(OpportunityToDeal, opportunity)")
                                .set("product_id", "link(GoodToProduct, good)")
                                .set("item_price", "price")
                                .set("quantity", "count")
                                .build()),
                new PracticeRow(
                        PIPEDRIVE,
                        8,
                        "ProspectToLead",
                        Records.from("prospect")
                                .to("lead")
                                .set("title", "title")
                                .set("person_id", "link(ContactToPerson, contact)")
                                .set("value", "worth")
                                .set("First offer", "worth")
                                .needs(SchemaElement.field(ObjectType.of("lead"), "First offer", FieldType.MONEY))
                                .build(),
                        owner("prospect")),
                new PracticeRow(
                        PIPEDRIVE,
                        9,
                        "VisitToActivity",
                        Records.from("visit")
                                .to("activity")
                                .set("subject", "subject")
                                .set("type", "\"Coaching visit\"")
                                .set("due_date", "utcDate(at)")
                                .set("due_time", "utcTime(at)")
                                .set("done", "true")
                                .set("participants", "link(ContactToPerson, contact)")
                                .needs(SchemaElement.activityType(ObjectType.of("activity"), "type", "Coaching visit"))
                                .build(),
                        owner("visit")),
                new PracticeRow(
                        PIPEDRIVE,
                        10,
                        "MemoToNote",
                        Records.from("memo")
                                .to("note")
                                .set("content", "text")
                                .set("person_id", "link(ContactToPerson, contact)")
                                .set("add_time", "at")
                                .build()),
                new PracticeRow(
                        PIPEDRIVE,
                        11,
                        "PaperToFile",
                        Records.from("paper")
                                .to("file")
                                .set(FieldMapping.CONTENT, "scan")
                                .set("person_id", "link(ContactToPerson, contact)")
                                .build()));
    }

    private static MappingPart owner(String object) {
        return MappingPart.Resolution.owner(object, "owner_id", "\"admin@acme.example\"");
    }
}
