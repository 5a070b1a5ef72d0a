package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.LABELS;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.PersonText;
import dev.crmmigration.connector.nextcrm.mapping.Taxonomies;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** Gives persons the lists that they are on, with a saved filter for each list. */
public final class ListToFilter extends NextCrmRow {

    private static final String FIELD = "NextCRM lists";

    public ListToFilter() {
        super(5, "List/Segment -> Filter or Person List", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.GROUPS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(Taxonomies.lists(new Business(context), "list: ").valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "person lists",
                        "Pipedrive has none",
                        "a label, or a value of one field, with a saved filter for each list"),
                new Loss(
                        "members of lists that do not move",
                        "a target that is a contact already moves as that contact",
                        "they are counted as left out"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        boolean fromColumn = business.has("contact", "lists");
        boolean fromTargets = business.has("targetList") && business.has("targetListMember");
        Taxonomy lists = Taxonomies.lists(business, "list: ");
        if (fromColumn && !lists.isEmpty()) {
            parts.add(part(business, lists, CONTACT_TO_PERSON, "contact", "lists"));
        }
        if (fromTargets && new PersonText(business, PEOPLE).targetsMove() && !lists.isEmpty()) {
            parts.add(part(business, lists, TARGET_TO_PERSON, "target", Taxonomies.LISTS_OF_TARGET));
        }
        if (business.has("targetList")) {
            parts.add(
                    MappingPart.Exclusion.of("targetList", "true", "its name is a label or value, and a saved filter"));
        }
        if (business.has("targetListMember")) {
            members(parts, business);
        }
        return parts;
    }

    private static void members(List<MappingPart> parts, Business business) {
        String moves = new PersonText(business, PEOPLE).moves("target");
        if (!moves.equals("false")) {
            parts.add(MappingPart.Contribution.fold(TARGET_TO_PERSON, "targetListMember", moves, "target", List.of()));
        }
        parts.add(MappingPart.Exclusion.of(
                "targetListMember", "not(" + moves + ")", "the target does not move as a person of its own"));
    }

    private static MappingPart part(Business business, Taxonomy lists, String mapping, String from, String names) {
        ObjectType person = ObjectType.of(PERSON);
        String labels = lists.labelsOf(names);
        Fields fields = new Fields(business, from, PERSON);
        boolean asField = business.chose(Choices.GROUPS, "field");
        if (asField) {
            fields.pickList(FIELD, FieldType.CHOICES, lists.labels(), labels);
        } else {
            lists.labels().forEach(list -> fields.needs(SchemaElement.option(person, LABELS, list)));
            fields.add(LABELS, labels);
        }
        lists.labels()
                .forEach(list -> fields.needs(
                        SchemaElement.filter(person, "NextCRM list: " + list, asField ? FIELD : LABELS, list)));
        return MappingPart.Contribution.to(mapping, from, fields.mappings(), fields.schema());
    }
}
