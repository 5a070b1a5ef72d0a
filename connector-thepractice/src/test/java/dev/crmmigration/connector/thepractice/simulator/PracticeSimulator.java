package dev.crmmigration.connector.thepractice.simulator;

import dev.crmmigration.testkit.bundle.BundleKind;
import dev.crmmigration.testkit.bundle.BundleSimulation;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Simulates The Practice over HTTP: serves the bundle that the setting {@code export} names. The other settings: {@link BundleSimulation}. */
public final class PracticeSimulator implements Simulator {

    private static final String PLATFORM = "thepractice";

    private static final BundleKind KIND = new BundleKind(
            PLATFORM,
            Map.ofEntries(
                    Map.entry("coaches", List.of("coach_id")),
                    Map.entry("clients", List.of("client_id")),
                    Map.entry("companies", List.of("company_id")),
                    Map.entry("client_companies", List.of("client_id", "company_id")),
                    Map.entry("packages", List.of("package_id")),
                    Map.entry("client_packages", List.of("client_package_id")),
                    Map.entry("package_status_changes", List.of("client_package_id", "changed_at")),
                    Map.entry("sessions", List.of("session_id")),
                    Map.entry("session_attendees", List.of("session_id", "client_id")),
                    Map.entry("form_responses", List.of("response_id")),
                    Map.entry("form_answers", List.of("response_id", "question_id")),
                    Map.entry("notes", List.of("note_id")),
                    Map.entry("invoices", List.of("invoice_id")),
                    Map.entry("invoice_items", List.of("invoice_id", "line_no")),
                    Map.entry("properties", List.of("applies_to", "property_key")),
                    Map.entry("property_values", List.of("entity_type", "entity_id", "property_key")),
                    Map.entry("groups", List.of("group_id")),
                    Map.entry("group_members", List.of("group_id", "client_id")),
                    Map.entry("tags", List.of("tag_id")),
                    Map.entry("contracts", List.of("contract_id")),
                    Map.entry("attachments", List.of("attachment_id")),
                    Map.entry("products", List.of("product_id")),
                    Map.entry("coupons", List.of("coupon_id"))),
            Set.of(
                    "quantity",
                    "price",
                    "installments",
                    "quantity_total",
                    "quantity_used",
                    "quantity_remaining",
                    "remaining_value",
                    "duration_minutes",
                    "quantity_counted",
                    "subtotal",
                    "tax",
                    "total",
                    "amount_paid",
                    "line_no",
                    "unit_price",
                    "amount",
                    "size_bytes"),
            Set.of("rollover", "is_primary", "pinned", "marked_paid_manually"),
            Set.of(
                    "secondary_emails",
                    "secondary_phones",
                    "tags",
                    "groups",
                    "attachment_ids",
                    "answer_attachment_ids",
                    "options"),
            Map.of("invoice_items", "invoices.items"));

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public RunningSimulator start(SimulatorOptions options) {
        return BundleSimulation.start(KIND, options);
    }
}
