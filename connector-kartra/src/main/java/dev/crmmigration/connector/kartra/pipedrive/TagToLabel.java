package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
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
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.List;

/** Gives persons their tags, as labels or as values of one field; chosen tags go to deals as well. */
public final class TagToLabel extends KartraRow {

    public TagToLabel() {
        super(5, "Tag -> Tag", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.TAGS, Choices.DEAL_TAGS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(tags(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "tags",
                        "Pipedrive has no tags",
                        "labels, which are separate for persons and deals, or one multi-select field"),
                new Loss(
                        "spelling of tags",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one label"),
                new Loss(
                        "events behind behavioural tags",
                        "Kartra exports the tag only (form completed, link clicked), Pipedrive has no log of such events",
                        "the tag is kept, for information"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Taxonomy tags = tags(export);
        if (tags.isEmpty()) {
            return List.of();
        }
        String labels = tags.labelsOf(contacts(export).ofAllDuplicates("tags"));
        Fields fields = new Fields(export, CONTACT, PERSON);
        if (export.chose(Choices.TAGS, "field")) {
            fields.pickList("Kartra tags", FieldType.CHOICES, tags.labels(), labels);
        } else {
            tags.labels().forEach(tag -> fields.needs(SchemaElement.option(ObjectType.of(PERSON), LABELS, tag)));
            fields.add(LABELS, labels);
        }
        return List.of(MappingPart.Contribution.to(CONTACT_TO_PERSON, CONTACT, fields.mappings(), fields.schema()));
    }

    private static Taxonomy tags(Export export) {
        return new Taxonomy("tags", "", export.distinct(CONTACT, "tags"));
    }
}
