package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Capacity.Counted;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;

/** What the plan lets an account hold: custom fields of all objects together, and open deals together with leads. */
final class Capacities {

    private static final ObjectType DEAL = ObjectType.of("deal");
    private static final ObjectType LEAD = ObjectType.of("lead");

    private Capacities() {}

    /** @param customFields how many the account has now */
    static List<Capacity> of(PipedriveSettings settings, long customFields) {
        List<Capacity> capacities = new ArrayList<>();
        settings.customFieldCap()
                .ifPresent(cap ->
                        capacities.add(Capacity.ofElements("custom fields", cap, customFields, SchemaKind.FIELD)));
        settings.openDealCap()
                .ifPresent(cap -> capacities.add(Capacity.ofRecords(
                        "open deals and leads", cap, Counted.where(DEAL, "status", "open", true), Counted.all(LEAD))));
        return capacities;
    }
}
