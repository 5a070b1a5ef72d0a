package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Automations and sequences are not in any API: they stand in the inventory of the plan, to be rebuilt. */
public final class AutomationToInventory extends FreshsalesRow {

    public AutomationToInventory() {
        super(9, "Automation Workflow -> Documented for rebuild", Fidelity.LOSSY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "automations and sequences",
                "the application has none, and workflows of Freshsales are made on its pages only",
                "those of the plugin are listed in the inventory with trigger, steps and waits, if"
                        + " their JSON is given"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        return List.of();
    }
}
