package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.PlatformNote;
import dev.crmmigration.api.catalog.PlatformNote.Counted;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.toolkit.destination.Table;
import java.util.ArrayList;
import java.util.List;

/** What people should know about Pipedrive before data come, and what takes the place of automations from elsewhere. */
final class Guide {

    private static final String LIMITS =
            "Pipedrive, \"Usage limits in Pipedrive\", support.pipedrive.com, read 2026-11-22";
    private static final String AUTOMATIONS =
            "Pipedrive, \"Automation limits in Pipedrive\" (updated 2026-04-23), support.pipedrive.com, read 2026-11-22";
    private static final String RATES =
            "Pipedrive, \"Rate limiting\", pipedrive.readme.io/docs/core-api-concepts-rate-limiting, read 2026-09-17";
    private static final String FIELDS = "Pipedrive, OpenAPI v2, read 2026-08-18";

    private Guide() {}

    static List<PlatformNote> notes(Settings given) {
        PipedriveSettings settings = NewAccount.settings(given);
        Plan plan = settings.plan();
        String name = plan.settingName();
        List<PlatformNote> notes = new ArrayList<>();
        notes.add(PlatformNote.of(
                "custom field keys differ from account to account",
                "The plan names fields by their labels; keys are looked up in this account. Another account needs its own"
                        + " prepare.",
                Counted.CUSTOM_FIELDS,
                FIELDS));
        settings.customFieldCap()
                .ifPresent(cap -> notes.add(PlatformNote.of(
                                "custom fields per plan",
                                "The plan " + name + " allows " + cap
                                        + " custom fields of all objects together, those that"
                                        + " are there already included.",
                                Counted.CUSTOM_FIELDS,
                                LIMITS)
                        .limited(cap)));
        notes.add(PlatformNote.of(
                "visibility groups",
                "A token sees only what its user sees: use one of an admin. Who sees new records is decided by the setting"
                        + " visibleTo.",
                Counted.RECORDS,
                "Pipedrive, OpenAPI v2 (visible_to), read 2026-08-18"));
        notes.add(PlatformNote.of(
                "token budget",
                "An account with " + settings.seats() + " seat(s) of " + name + " may spend " + settings.dailyTokens()
                        + " tokens a day, shared by all apps. The run waits for the next day when they are gone.",
                Counted.RECORDS,
                RATES));
        notes.add(PlatformNote.of(
                "automations and sequences are not in the API",
                "Each is built by hand in Pipedrive. Those that are there already fire for what is written: pause them.",
                Counted.AUTOMATIONS,
                AUTOMATIONS));
        notes.add(PlatformNote.of(
                        "active automations per plan",
                        plan.automations() == 0
                                ? "The plan " + name + " has no automations; Growth has 50, Premium 150, Ultimate 250."
                                : "The plan " + name + " allows " + plan.automations()
                                        + " active automations for the whole"
                                        + " company, each with ten actions at most, and " + plan.sequences()
                                        + " sequences.",
                        Counted.AUTOMATIONS,
                        AUTOMATIONS)
                .limited(plan.automations()));
        return notes;
    }

    static List<AutomationEquivalent> equivalents() {
        return Table.rows(Guide.class, "automations.tsv").stream()
                .map(row -> new AutomationEquivalent(
                        AutomationEquivalent.Part.valueOf(row.get(0)),
                        List.of(row.get(1).split(",")),
                        row.get(2),
                        AUTOMATIONS))
                .toList();
    }
}
