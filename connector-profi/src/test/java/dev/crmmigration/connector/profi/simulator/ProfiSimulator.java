package dev.crmmigration.connector.profi.simulator;

import dev.crmmigration.testkit.bundle.BundleKind;
import dev.crmmigration.testkit.bundle.BundleSimulation;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Simulates Profi over HTTP: serves the bundle that the setting {@code export} names. The other settings: {@link BundleSimulation}. */
public final class ProfiSimulator implements Simulator {

    private static final BundleKind KIND = new BundleKind(
            "profi",
            Map.ofEntries(
                    Map.entry("coaches", List.of("coach_id")),
                    Map.entry("organizations", List.of("organization_id")),
                    Map.entry("clients", List.of("client_id")),
                    Map.entry("packages", List.of("package_id")),
                    Map.entry("enrollments", List.of("enrollment_id")),
                    Map.entry("sessions", List.of("session_id")),
                    Map.entry("session_participants", List.of("session_id", "client_id")),
                    Map.entry("courses", List.of("course_id")),
                    Map.entry("content_modules", List.of("module_id")),
                    Map.entry("content_enrollments", List.of("content_enrollment_id")),
                    Map.entry("content_progress", List.of("content_enrollment_id", "module_id")),
                    Map.entry("notes", List.of("note_id")),
                    Map.entry("activities", List.of("activity_id")),
                    Map.entry("invoices", List.of("invoice_id")),
                    Map.entry("invoice_lines", List.of("invoice_id", "line_no")),
                    Map.entry("payments", List.of("payment_id")),
                    Map.entry("attachments", List.of("attachment_id")),
                    Map.entry("custom_fields", List.of("applies_to", "field_key")),
                    Map.entry("custom_field_values", List.of("entity_type", "entity_id", "field_key"))),
            Set.of(
                    "price",
                    "fee",
                    "sessions_included",
                    "validity_days",
                    "sessions_total",
                    "sessions_used",
                    "sessions_remaining",
                    "duration_minutes",
                    "recurrence_index",
                    "position",
                    "drip_after_days",
                    "progress_percent",
                    "line_no",
                    "quantity",
                    "unit_price",
                    "amount",
                    "subtotal",
                    "tax",
                    "total",
                    "amount_paid",
                    "size_bytes"),
            Set.of("done", "required"),
            Set.of("secondary_emails", "co_coach_ids", "tags", "service_names", "attachment_ids", "options"),
            Map.of("invoice_lines", "invoices.lines"));

    @Override
    public String platform() {
        return "profi";
    }

    @Override
    public RunningSimulator start(SimulatorOptions options) {
        return BundleSimulation.start(KIND, options);
    }
}
