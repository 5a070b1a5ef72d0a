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

/** Gives persons their tags, as labels or as values of one field. NextCRM has no tags on accounts. */
public final class TagToLabel extends NextCrmRow {

    private static final String FIELD = "NextCRM tags";

    public TagToLabel() {
        super(4, "Tag -> Person Label or Organization Label", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.TAGS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(Taxonomies.tags(new Business(context), PEOPLE).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("tags", "Pipedrive has no tags", "person labels, or one multi-select field"),
                new Loss(
                        "spelling of tags",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one label"),
                new Loss(
                        "organization labels",
                        "NextCRM has tags on people, tasks and documents, none on accounts",
                        "there are none to move; tags of tasks stand in the note of the activity"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        Taxonomy tags = Taxonomies.tags(business, PEOPLE);
        List<MappingPart> parts = new ArrayList<>();
        if (tags.isEmpty()) {
            return parts;
        }
        if (business.has("contact", "tags")) {
            parts.add(part(business, tags, CONTACT_TO_PERSON, "contact"));
        }
        if (new PersonText(business, PEOPLE).targetsMove()) {
            parts.add(part(business, tags, TARGET_TO_PERSON, "target"));
        }
        return parts;
    }

    private static MappingPart part(Business business, Taxonomy tags, String mapping, String from) {
        Fields fields = new Fields(business, from, PERSON);
        String labels = tags.labelsOf("tags");
        if (business.chose(Choices.TAGS, "field")) {
            fields.pickList(FIELD, FieldType.CHOICES, tags.labels(), labels);
        } else {
            tags.labels().forEach(tag -> fields.needs(SchemaElement.option(ObjectType.of(PERSON), LABELS, tag)));
            fields.add(LABELS, labels);
        }
        return MappingPart.Contribution.to(mapping, from, fields.mappings(), fields.schema());
    }
}
