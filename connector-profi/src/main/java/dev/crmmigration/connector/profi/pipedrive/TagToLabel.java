package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.LABELS;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.List;

/** Gives persons the tags of their clients, as labels or as values of one field. */
public final class TagToLabel extends ProfiRow {

    public TagToLabel() {
        super(0, "Tag -> Label");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.TAGS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(tags(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("tags", "Pipedrive has no tags", "labels of persons, or one multi-select field"),
                new Loss(
                        "spelling of tags",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one label"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Taxonomy tags = tags(export);
        if (tags.isEmpty()) {
            return List.of();
        }
        String labels = tags.labelsOf(clients(export).ofAll("tags"));
        Fields fields = new Fields(export, CLIENT, PERSON);
        if (export.chose(Choices.TAGS, "field")) {
            fields.pickList("Profi tags", FieldType.CHOICES, tags.labels(), labels);
        } else {
            tags.labels().forEach(tag -> fields.needs(SchemaElement.option(ObjectType.of(PERSON), LABELS, tag)));
            fields.add(LABELS, labels);
        }
        return List.of(MappingPart.Contribution.to(CLIENT_TO_PERSON, CLIENT, fields.mappings(), fields.schema()));
    }

    private static Taxonomy tags(Export export) {
        return new Taxonomy("tags", "", export.distinct(CLIENT, "tags"));
    }
}
