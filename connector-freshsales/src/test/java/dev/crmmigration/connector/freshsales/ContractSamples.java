package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.UserLink;
import dev.crmmigration.testkit.contract.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Records of every object of Freshsales, with every field that can be set. */
final class ContractSamples {

    private static final UserLink SELLER = new UserLink("sam.seller@acme.example");

    /** What an admin adds to the account before. */
    static final List<String> FIELDS = List.of(
            "{'object': 'deal_products', 'add': {'name': 'Widget'}}",
            "{'object': 'sales_account_fields', 'add': {'label': 'Source key', 'type': 'text'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Source key', 'type': 'text'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Text', 'type': 'text'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Area', 'type': 'paragraph'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Number', 'type': 'number'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Day', 'type': 'date'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Flag', 'type': 'checkbox'}}",
            "{'object': 'deal_fields', 'add': {'label': 'Choice', 'type': 'dropdown', 'choices': ['Red', 'Green']}}",
            "{'object': 'deal_fields', 'add': {'label': 'Choices', 'type': 'multi_select_dropdown',"
                    + " 'choices': ['One', 'Two', 'Three']}}");

    private ContractSamples() {}

    static List<Sample> samples(boolean strict) {
        List<Sample> samples = new ArrayList<>(List.of(
                account(),
                smallAccount(),
                demanded(contact(), strict, "Customer Type", "Private").build(),
                demanded(deal(), strict, "Delivery Region", "East").build(),
                demanded(customDeal(), strict, "Delivery Region", "West").build(),
                appointment(),
                task(),
                note("note"),
                salesActivity()));
        samples.add(hanging("phone_call")
                .set("contact_id", new Link("contact", "1"))
                .set("call_direction", true)
                .set("note", "<p>They called {n}</p>")
                .build());
        samples.add(Sample.of("document")
                .attach(new Link("deal", "1"), "minutes-{n}.txt", "What was said")
                .build());
        samples.add(hanging("document_link")
                .set("contact_id", new Link("contact", "1"))
                .set("name", "Photo {n}")
                .set("url", "https://files.example.com/{n}")
                .set("is_shared", true)
                .build());
        samples.add(on("document_link", "sales_account_id", "sales_account"));
        samples.add(on("document_link", "deal_id", "deal"));
        for (String object : List.of("phone_call", "appointment", "task", "note", "sales_activity")) {
            samples.add(on(object, "sales_account_id", "sales_account"));
            samples.add(on(object, "deal_id", "deal"));
        }
        return samples;
    }

    private static Sample.Builder demanded(Sample.Builder sample, boolean strict, String field, String value) {
        return strict ? sample.set(field, value) : sample;
    }

    private static Sample.Builder hanging(String object) {
        return Sample.of(object);
    }

    /** The same on another parent. */
    private static Sample on(String object, String field, String parent) {
        Sample.Builder sample = switch (object) {
            case "phone_call" -> hanging(object).set("note", "On another {n}");
            case "document_link" -> hanging(object).set("name", "B {n}").set("url", "https://b.example.com/{n}");
            case "appointment" -> meeting(object, "from_date", "end_date");
            case "sales_activity" ->
                meeting(object, "start_date", "end_date")
                        .set("sales_activity_type_id", "Phone")
                        .set("owner_id", SELLER);
            case "task" ->
                hanging(object).set("title", "Ask {n}").set("due_date", Instant.parse("2024-05-06T07:08:09Z"));
            default -> hanging(object).set("description", "<p>On another {n}</p>");
        };
        if (object.equals("task") || object.equals("appointment") || object.equals("sales_activity")) {
            sample.change("title", "Other {n}");
        } else if (object.equals("note")) {
            sample.change("description", "<p>Other {n}</p>");
        }
        return sample.set(field, new Link(parent, "1")).build();
    }

    private static Sample.Builder meeting(String object, String from, String to) {
        return hanging(object)
                .set("title", "Meet {n}")
                .set(from, Instant.parse("2024-01-02T10:00:00Z"))
                .set(to, Instant.parse("2024-01-02T11:30:00Z"));
    }

    private static Sample account() {
        return Sample.of("sales_account")
                .set("name", "Acme  Ltd {n}")
                .set("website", "https://www.example.com/{n}")
                .set("phone", "+49 30 123456")
                .set("address", "1 Main Street")
                .set("city", "Springfield")
                .set("state", "IL")
                .set("country", "USA")
                .set("zipcode", "01234")
                .set("industry_type_id", "Finance")
                .set("business_type_id", "Partner")
                .set("number_of_employees", 120L)
                .set("annual_revenue", new BigDecimal("1500000.5"))
                .set("owner_id", SELLER)
                .set("territory_id", "North")
                .set("tags", "Blue, Green")
                .set("facebook", "acme")
                .set("twitter", "acme")
                .set("linkedin", "acme")
                .set("Source key", "A-{n}")
                .change("name", "Globex {n}")
                .change("number_of_employees", 7L)
                .change("tags", "Red")
                .change("industry_type_id", "Education")
                .wrong("website", "on the web")
                .wrong("phone", "nobody knows it")
                .build();
    }

    private static Sample smallAccount() {
        return Sample.of("sales_account")
                .set("name", "Daughter {n}")
                .set("parent_sales_account_id", new Link("sales_account", "parent"))
                .change("name", "Son {n}")
                .change("parent_sales_account_id", new Link("sales_account", "other parent"))
                .build();
    }

    private static Sample.Builder contact() {
        return Sample.of("contact")
                .set("first_name", "Jane")
                .set("last_name", "van der Doe {n}")
                .set(
                        "emails",
                        List.of(
                                new ContactPoint("jane{n}@example.org", "", false),
                                new ContactPoint("doe{n}@example.org", "home", true)))
                .set("mobile_number", "+49 171 {n}")
                .set("work_number", "+49 30 99")
                .set("job_title", "Head of {n}")
                .set("external_id", "C-{n}")
                .set("address", "1 Main Street")
                .set("city", "Springfield")
                .set("state", "IL")
                .set("country", "USA")
                .set("zipcode", "01234")
                .set("time_zone", "Asia/Kolkata")
                .set("sales_accounts", List.of(new Link("sales_account", "1"), new Link("sales_account", "2")))
                .set("owner_id", SELLER)
                .set("territory_id", "North")
                .set("lead_source_id", "Referral")
                .set("campaign_id", "Spring campaign")
                .set("medium", "Blog")
                .set("keyword", "crm")
                .set("lifecycle_stage_id", "Customer")
                .set("contact_status_id", "Customer / Won")
                .set("tags", "Blue, Green")
                .set("subscription_status", 1L)
                .set("subscription_types", "2;3")
                .set("facebook", "jane")
                .set("twitter", "jane")
                .set("linkedin", "jane")
                .change("job_title", "Chief of {n}")
                .change("emails", List.of(new ContactPoint("new{n}@example.org", "work", true)))
                .change("sales_accounts", List.of(new Link("sales_account", "3")))
                .change("contact_status_id", "Sales Qualified Lead / Qualified")
                .change("lifecycle_stage_id", "Sales Qualified Lead")
                .wrong("mobile_number", "nobody knows it")
                .wrong("time_zone", "Middle-earth");
    }

    private static Sample.Builder deal() {
        return Sample.of("deal")
                .set("name", "First deal {n}")
                .set("amount", new Money(new BigDecimal("1500.50"), "EUR"))
                .set("sales_account_id", new Link("sales_account", "1"))
                .set("contacts", List.of(new Link("contact", "1"), new Link("contact", "2")))
                .set("deal_stage_id", "Renewals / Offered")
                .set("deal_type_id", "New Business")
                .set("deal_payment_status_id", "Paid")
                .set("deal_product_id", "Widget")
                .set("owner_id", SELLER)
                .set("territory_id", "North")
                .set("lead_source_id", "Web")
                .set("campaign_id", "Spring campaign")
                .set("expected_close", LocalDate.of(2027, 1, 31))
                .set("forecast_category", 1L)
                .set("tags", "Hot")
                .set("Source key", "D-{n}")
                .change("name", "Second deal {n}")
                .change("amount", new Money(new BigDecimal("99"), "USD"))
                .change("deal_stage_id", "Default Pipeline / Demo")
                .change("sales_account_id", new Link("sales_account", "2"))
                .wrong("amount", new BigDecimal("1"))
                .wrong("expected_close", "on a sunny day");
    }

    private static Sample.Builder customDeal() {
        return Sample.of("deal")
                .set("name", "Lost deal {n}")
                .set("amount", new Money(new BigDecimal("20"), "USD"))
                .set("sales_account_id", new Link("sales_account", "1"))
                .set("deal_stage_id", "Default Pipeline / Lost")
                .set("deal_reason_id", "Budget")
                .set("closed_date", LocalDate.of(2024, 5, 6))
                .set("Text", " Some \"text\" \u00e4\u00df\ud83d\ude00 {n}")
                .set("Area", "First line\r\nSecond line {n}")
                .set("Number", new BigDecimal("1234.5600"))
                .set("Day", LocalDate.of(2025, 2, 28))
                .set("Flag", true)
                .set("Choice", "Red")
                .set("Choices", List.of("Two", "One"))
                .change("Text", "Other text {n}")
                .change("Number", new BigDecimal("7"))
                .change("Flag", false)
                .change("Choice", "Green")
                .change("Choices", List.of("Three"))
                .wrong("Day", "on a sunny day");
    }

    private static Sample appointment() {
        return meeting("appointment", "from_date", "end_date")
                .set("contact_id", new Link("contact", "1"))
                .set("time_zone", "Berlin")
                .set("description", "<p>Said <b>yes</b> &amp; paid {n}</p>")
                .set("location", "1 Main Street {n}")
                .set("is_allday", false)
                .set("appointment_attendees", List.of(new Link("contact", "1"), new Link("contact", "2")))
                .change("title", "Meet again {n}")
                .change("from_date", Instant.parse("2023-01-02T10:00:00Z"))
                .change("time_zone", "Europe/Paris")
                .wrong("from_date", "on a sunny day")
                .build();
    }

    private static Sample task() {
        return Sample.of("task")
                .set("title", "Call them {n}")
                .set("contact_id", new Link("contact", "1"))
                .set("description", "About {n}")
                .set("due_date", Instant.parse("2024-05-06T07:08:09Z"))
                .set("status", "done")
                .set("task_type_id", "Phone")
                .set("owner_id", SELLER)
                .change("title", "Call them again {n}")
                .change("status", "open")
                .wrong("due_date", "on a sunny day")
                .build();
    }

    private static Sample note(String object) {
        return Sample.of(object)
                .set("description", "<div>5 &lt; 6, as they said {n}</div>")
                .set("contact_id", new Link("contact", "1"))
                .change("description", "<div>6 &gt; 5, as they said {n}</div>")
                .build();
    }

    private static Sample salesActivity() {
        return meeting("sales_activity", "start_date", "end_date")
                .set("contact_id", new Link("contact", "1"))
                .set("sales_activity_type_id", "Phone")
                .set("sales_activity_outcome_id", "Phone / Interested")
                .set("owner_id", SELLER)
                .set("notes", "They said yes {n}")
                .set("location", "By phone {n}")
                .change("title", "Met again {n}")
                .change("end_date", Instant.parse("2024-01-02T12:00:00Z"))
                .change("notes", "They said no {n}")
                .build();
    }
}
