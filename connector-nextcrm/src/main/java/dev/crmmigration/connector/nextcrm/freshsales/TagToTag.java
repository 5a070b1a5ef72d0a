package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.Taxonomies;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** Gives contacts their tags, and their lists as tags too: a contact has one field for both. */
public final class TagToTag extends FreshsalesRow {

    public TagToTag() {
        super(4, "Tag -> Tag", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(Taxonomies.tags(new Business(context), PEOPLE).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "spelling of tags",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one tag; a tag with a comma in it becomes two"),
                new Loss(
                        "tags of tasks and documents",
                        "Freshsales has tags on people, accounts and deals",
                        "those of tasks stand in the description of the task"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        add(parts, business, "contact", CONTACT_TO_CONTACT, business.has("contact", "lists") ? "lists" : "");
        if (people(business).targetsMove()) {
            boolean listed = business.has("targetList") && business.has("targetListMember");
            add(parts, business, "target", TARGET_TO_CONTACT, listed ? Taxonomies.LISTS_OF_TARGET : "");
        }
        return parts;
    }

    private static void add(List<MappingPart> parts, Business business, String from, String mapping, String lists) {
        List<String> both = new ArrayList<>();
        Taxonomy tags = Taxonomies.tags(business, PEOPLE);
        if (business.has(from, "tags") && !tags.isEmpty()) {
            both.add(tags.labelsOf("tags"));
        }
        Taxonomy named = ListToTag.lists(business);
        if (!lists.isEmpty() && !named.isEmpty()) {
            both.add(named.labelsOf(lists));
        }
        if (!both.isEmpty()) {
            Fields fields =
                    new Fields(business, from, CONTACT).set("tags", "join(\", \", " + String.join(", ", both) + ")");
            parts.add(MappingPart.Contribution.to(mapping, from, fields.mappings(), fields.schema()));
        }
    }
}
