package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.Taxonomies;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** Says which tag each list becomes; the row of tags gives them to contacts together with the others. */
public final class ListToTag extends FreshsalesRow {

    public ListToTag() {
        super(5, "List/Segment -> Tag", Fidelity.LOSSY);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(lists(new Business(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "lists",
                        "lists of contacts are marketing's at Freshsales",
                        "a tag for each list, by which contacts can be filtered"),
                new Loss(
                        "members of lists that do not move",
                        "a target that is a contact or lead already moves as that one",
                        "they are counted as left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        exclude(parts, business, "targetList", "its name is a tag");
        if (business.has("targetListMember")) {
            String moves = people(business).moves("target");
            if (people(business).targetsMove()) {
                parts.add(MappingPart.Contribution.fold(
                        TARGET_TO_CONTACT, "targetListMember", moves, "target", List.of()));
            }
            parts.add(MappingPart.Exclusion.of(
                    "targetListMember", "not(" + moves + ")", "the target does not move as a contact of its own"));
        }
        return parts;
    }

    static Taxonomy lists(Business business) {
        return Taxonomies.lists(business, "list_");
    }
}
