package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.TimeRange;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.testkit.contract.Sample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Records of every object of Pipedrive, with every field that can be set, and the schema that they need. */
final class ContractSamples {

    private static final UserLink ADMIN = new UserLink("admin@acme.example");
    private static final Instant LONG_AGO = Instant.parse("2019-05-06T07:08:09Z");

    /** The label of the field for keys of ours, which the traits name. */
    private static final String KEY = "Source key";

    private ContractSamples() {}

    static List<SchemaElement> schema() {
        ObjectType deal = ObjectType.of("deal");
        return List.of(
                SchemaElement.field(ObjectType.of("organization"), KEY, FieldType.TEXT),
                SchemaElement.field(ObjectType.of("person"), KEY, FieldType.TEXT),
                SchemaElement.field(ObjectType.of("product"), KEY, FieldType.TEXT),
                SchemaElement.field(deal, KEY, FieldType.TEXT),
                SchemaElement.field(deal, "Text", FieldType.TEXT),
                SchemaElement.field(deal, "Long text", FieldType.LONG_TEXT),
                SchemaElement.field(deal, "Decimal", FieldType.DECIMAL),
                SchemaElement.field(deal, "Date", FieldType.DATE),
                SchemaElement.field(deal, "Time", FieldType.TIME),
                SchemaElement.field(deal, "Money", FieldType.MONEY),
                SchemaElement.field(deal, "Address", FieldType.ADDRESS),
                SchemaElement.field(deal, "User", FieldType.USER),
                SchemaElement.field(deal, "Days", FieldType.DATE_RANGE),
                SchemaElement.field(deal, "Hours", FieldType.TIME_RANGE),
                SchemaElement.pickList(deal, "Choice", FieldType.CHOICE, List.of("Red", "Green")),
                SchemaElement.pickList(deal, "Choices", FieldType.CHOICES, List.of("One", "Two", "Three")),
                SchemaElement.option(deal, "Choice", "Blue"),
                SchemaElement.option(ObjectType.of("person"), "label_ids", "Contract"),
                SchemaElement.option(ObjectType.of("lead"), "label_ids", "Contract lead"),
                SchemaElement.pipeline(deal, "Contract"),
                SchemaElement.stage(deal, "stage_id", "Contract", "First"),
                SchemaElement.stage(deal, "stage_id", "Contract", "Second"),
                SchemaElement.activityType(ObjectType.of("activity"), "type", "Contract visit"),
                SchemaElement.filter(ObjectType.of("person"), "Contract people", "label_ids", "Contract"));
    }

    static List<Sample> samples() {
        return List.of(
                organization(),
                person(),
                personInParts(),
                product(),
                deal(),
                wonDeal(),
                lostDeal(),
                archivedDeal(),
                customDeal(),
                lead(),
                activity(),
                activityOfLead(),
                note(),
                pinnedNote(),
                noteOfLead(),
                relationship(),
                child("dealParticipant").set("deal_id", new Link("deal", "1"))
                        .set("person_id", new Link("person", "{n}"))
                        .build(),
                dealProduct(),
                follower("organizationFollower", "org_id", "organization"),
                follower("personFollower", "person_id", "person"),
                follower("dealFollower", "deal_id", "deal"),
                child("file").attach(new Link("deal", "1"), "minutes-{n}.txt", "What was said")
                        .build());
    }

    private static Sample.Builder child(String object) {
        return Sample.of(object);
    }

    private static Sample organization() {
        return Sample.of("organization")
                .set("name", "Acme  Ltd {n}")
                .set("owner_id", ADMIN)
                .set("address", new Address("1 Main Street", "Springfield", "IL", "01234", "US"))
                .set("label_ids", List.of("Customer"))
                .set("website", "https://www.example.com/{n}")
                .set("linkedin", "https://linkedin.example.com/{n}")
                .set("industry", "Software")
                .set("annual_revenue", 1_500_000L)
                .set("employee_count", 120L)
                .set("add_time", LONG_AGO)
                .change("name", "Globex {n}")
                .change("address", new Address("", "Paris", "", "75001", "France"))
                .change("label_ids", List.of("Hot lead", "Customer"))
                .change("industry", "Education")
                .change("annual_revenue", 2L)
                .wrong("employee_count", "a dozen and more")
                .build();
    }

    private static Sample person() {
        return Sample.of("person")
                .set("name", "Jane van der Doe {n}")
                .set(
                        "emails",
                        List.of(
                                new ContactPoint("jane{n}@example.org", "", false),
                                new ContactPoint("doe{n}@example.org", "home", true)))
                .set("phones", List.of(new ContactPoint("+49 30 123", "mobile", false)))
                .set("org_id", new Link("organization", "1"))
                .set("owner_id", ADMIN)
                .set("label_ids", List.of("Customer"))
                .set("postal_address", new Address("1 Main Street\nFlat 2", "Springfield", "", "01234", "US"))
                .set("birthday", LocalDate.of(1980, 2, 29))
                .set("job_title", "Head of {n}")
                .set("notes", "First line\nSecond line {n}")
                .set("marketing_status", "subscribed")
                .set("add_time", LONG_AGO)
                .change("job_title", "Chief of {n}")
                .change("phones", List.of(new ContactPoint("+49 30 456", "work", true)))
                .change("org_id", new Link("organization", "2"))
                .change("birthday", LocalDate.of(1981, 1, 1))
                .wrong("birthday", "the day before yesterday")
                .build();
    }

    private static Sample personInParts() {
        return Sample.of("person")
                .set("name", "Jane van der Doe {n}")
                .set("first_name", "Jane")
                .set("last_name", "van der Doe {n}")
                .change("job_title", "Chief of {n}")
                .change("last_name", "van der Roe {n}")
                .build();
    }

    private static Sample product() {
        return Sample.of("product")
                .set("name", "Widget {n}")
                .set("code", "W-{n}")
                .set("description", "A widget {n}")
                .set("unit", "piece")
                .set("tax", new BigDecimal("19"))
                .set("prices", new Money(new BigDecimal("12.50"), "EUR"))
                .set("category", "Goods")
                .set("is_linkable", true)
                .set("owner_id", ADMIN)
                .change("name", "Gadget {n}")
                .change("prices", new Money(new BigDecimal("13"), "EUR"))
                .change("tax", new BigDecimal("7.5"))
                .build();
    }

    private static Sample deal() {
        return Sample.of("deal")
                .set("title", "First deal {n}")
                .set("value", new BigDecimal("1500.50"))
                .set("currency", "EUR")
                .set("status", "open")
                .set("stage_id", "Pipeline / Demo Scheduled")
                .set("person_id", new Link("person", "1"))
                .set("org_id", new Link("organization", "1"))
                .set("owner_id", ADMIN)
                .set("expected_close_date", LocalDate.of(2027, 1, 31))
                .set("label_ids", List.of("Hot"))
                .change("title", "Second deal {n}")
                .change("value", new BigDecimal("99"))
                .change("currency", "USD")
                .change("stage_id", "Contract / Second")
                .change("person_id", new Link("person", "2"))
                .change("label_ids", List.of("Warm", "Cold"))
                .wrong("value", "as much as they can pay")
                .build();
    }

    private static Sample wonDeal() {
        return Sample.of("deal")
                .set("title", "Won deal {n}")
                .set("status", "won")
                .set("won_time", Instant.parse("2024-01-02T03:04:05Z"))
                .change("title", "Lost deal {n}")
                .change("status", "lost")
                .change("lost_reason", "Too dear {n}")
                .build();
    }

    private static Sample lostDeal() {
        return Sample.of("deal")
                .set("title", "Lost deal {n}")
                .set("status", "lost")
                .set("lost_time", Instant.parse("2024-01-02T03:04:05Z"))
                .set("lost_reason", "Too dear {n}")
                .change("title", "Open deal {n}")
                .change("status", "open")
                .build();
    }

    private static Sample archivedDeal() {
        return Sample.of("deal")
                .set("title", "Archived deal {n}")
                .set("status", "won")
                .set("close_time", Instant.parse("2024-01-02T03:04:05Z"))
                .set("is_archived", true)
                .set("archive_time", Instant.parse("2024-02-03T04:05:06Z"))
                .build();
    }

    private static Sample customDeal() {
        return Sample.of("deal")
                .set("title", "Every type {n}")
                .set("Text", " Some \"text\" \u00e4\u00df\ud83d\ude00 {n}")
                .set("Long text", "First line\r\nSecond line {n}")
                .set("Decimal", new BigDecimal("1234.5600"))
                .set("Date", LocalDate.of(2025, 2, 28))
                .set("Time", LocalTime.of(7, 5))
                .set("Money", new Money(new BigDecimal("99.90"), "EUR"))
                .set("Address", new Address("1 Main Street", "Springfield", "IL", "01234", "US"))
                .set("User", ADMIN)
                .set("Days", new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .set("Hours", new TimeRange(LocalTime.of(22, 0), LocalTime.of(6, 30)))
                .set("Choice", "Blue")
                .set("Choices", List.of("Two", "One"))
                .change("Text", "Other text {n}")
                .change("Money", new Money(new BigDecimal("1"), "USD"))
                .change("Days", new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2)))
                .change("Choice", "Red")
                .change("Choices", List.of("Three"))
                .wrong("Date", "on a sunny day")
                .build();
    }

    private static Sample lead() {
        return Sample.of("lead")
                .set("title", "First lead {n}")
                .set("person_id", new Link("person", "1"))
                .set("organization_id", new Link("organization", "1"))
                .set("owner_id", ADMIN)
                .set("value", new Money(new BigDecimal("99.90"), "EUR"))
                .set("expected_close_date", LocalDate.of(2027, 1, 31))
                .set("label_ids", List.of("Contract lead"))
                .set("was_seen", true)
                .change("title", "Second lead {n}")
                .change("value", new Money(new BigDecimal("1"), "USD"))
                .change("organization_id", new Link("organization", "2"))
                .build();
    }

    private static Sample activity() {
        return Sample.of("activity")
                .set("subject", "Call them {n}")
                .set("type", "Call")
                .set("due_date", LocalDate.of(2024, 1, 1))
                .set("due_time", LocalTime.of(15, 30))
                .set("duration", Duration.ofMinutes(45))
                .set("done", true)
                .set("busy", true)
                .set("owner_id", ADMIN)
                .set("deal_id", new Link("deal", "1"))
                .set("org_id", new Link("organization", "1"))
                .set("participants", List.of(new Link("person", "1"), new Link("person", "2")))
                .set("location", "1 Main Street, Springfield {n}")
                .set("note", "<p>Said <b>yes</b> &amp; paid {n}</p>")
                .set("public_description", "For all {n}")
                .change("subject", "Call them again {n}")
                .change("type", "Meeting")
                .change("due_time", LocalTime.of(16, 0))
                .change("done", false)
                .change("participants", List.of(new Link("person", "3")))
                .wrong("due_date", "on a sunny day")
                .build();
    }

    private static Sample activityOfLead() {
        return Sample.of("activity")
                .set("subject", "Ask them {n}")
                .set("lead_id", new Link("lead", "1"))
                .set("priority", "High")
                .change("subject", "Ask them again {n}")
                .change("priority", "Low")
                .build();
    }

    private static Sample note() {
        return Sample.of("note")
                .set("content", "<div>5 &lt; 6, as they said {n}</div>")
                .set("person_id", new Link("person", "1"))
                .set("org_id", new Link("organization", "1"))
                .set("deal_id", new Link("deal", "1"))
                .set("add_time", LONG_AGO)
                .set("user_id", ADMIN)
                .change("content", "<div>6 &gt; 5, as they said {n}</div>")
                .change("deal_id", new Link("deal", "2"))
                .build();
    }

    private static Sample pinnedNote() {
        return Sample.of("note")
                .set("content", "<div>Pinned {n}</div>")
                .set("person_id", new Link("person", "1"))
                .set("org_id", new Link("organization", "1"))
                .set("deal_id", new Link("deal", "1"))
                .set("pinned_to_person_flag", true)
                .set("pinned_to_organization_flag", true)
                .set("pinned_to_deal_flag", true)
                .change("content", "<div>Pinned again {n}</div>")
                .build();
    }

    private static Sample noteOfLead() {
        return Sample.of("note")
                .set("content", "<div>On a lead {n}</div>")
                .set("lead_id", new Link("lead", "1"))
                .set("pinned_to_lead_flag", true)
                .change("content", "<div>On a lead again {n}</div>")
                .build();
    }

    private static Sample relationship() {
        return Sample.of("organizationRelationship")
                .set("type", "parent")
                .set("rel_owner_org_id", new Link("organization", "1"))
                .set("rel_linked_org_id", new Link("organization", "{n}"))
                .change("type", "related")
                .build();
    }

    private static Sample dealProduct() {
        return Sample.of("dealProduct")
                .set("deal_id", new Link("deal", "1"))
                .set("product_id", new Link("product", "1"))
                .set("item_price", new BigDecimal("12.50"))
                .set("quantity", new BigDecimal("3"))
                .set("discount", new BigDecimal("5"))
                .set("discount_type", "percentage")
                .set("tax", new BigDecimal("19"))
                .set("tax_method", "inclusive")
                .set("comments", "As agreed {n}")
                .set("is_enabled", true)
                .change("comments", "As not agreed {n}")
                .change("quantity", new BigDecimal("2"))
                .change("discount_type", "amount")
                .build();
    }

    private static Sample follower(String object, String field, String parent) {
        return Sample.of(object)
                .set(field, new Link(parent, "{n}"))
                .set("user_id", ADMIN)
                .build();
    }
}
