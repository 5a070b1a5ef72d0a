package dev.crmmigration.connector.kartra.freshsales;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Says which tag each list becomes; the row of tags gives them to contacts together with the others. */
public final class ListToTag extends FreshsalesRow {

    public ListToTag() {
        super(6, "List -> Tag", Fidelity.LOSSY);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(Tags.lists(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "subscribed state of a list membership",
                "the export shows members who unsubscribed like all others",
                "unknown: a tag says that the contact is or was on the list"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return List.of();
    }
}
