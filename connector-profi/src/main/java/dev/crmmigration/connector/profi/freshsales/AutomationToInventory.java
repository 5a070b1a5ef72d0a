package dev.crmmigration.connector.profi.freshsales;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Automations are rebuilt by hand: the inventory of the source lists them with trigger, conditions and actions. */
public final class AutomationToInventory extends FreshsalesRow {

    public AutomationToInventory() {
        super(11, "Workflow / Automation -> Workflow");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "booking automations, reminders, drip content",
                "workflows of Freshsales are made on its pages only",
                "each is listed with its trigger, conditions and actions, to be rebuilt"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return List.of();
    }
}
