package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
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
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.TagText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** Gives persons the tags of their clients, their own and those that groups hand down, and the groups themselves. */
public final class TagToLabel extends PracticeRow {

    public TagToLabel() {
        super(BEYOND, "Tag, group -> Label, field of the person");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.TAGS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(TagText.tags(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss("tags", "Pipedrive has no tags", "labels of persons, or one multi-select field"),
                new Loss(
                        "groups that hand their tags down",
                        "labels are not handed down",
                        "each person has all tags that come down to it, Tag_Origins__c says from where, Groups__c names the"
                                + " groups"),
                new Loss(
                        "colours of tags, descriptions of groups, when a client joined a group",
                        "labels have no such fields",
                        "they stay in the export"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        ClientText client = clients(export);
        Fields fields = new Fields(export, CLIENT, PERSON);
        labels(fields, export, client);
        TagText.origins(fields, export, client);
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(CLIENT_TO_PERSON, CLIENT, fields.mappings(), fields.schema()));
        }
        TagText.foldInto(
                parts,
                export,
                CLIENT_TO_PERSON,
                "Tags are labels of the persons who have them",
                "Groups stand in Groups__c of the persons who are in them");
        return parts;
    }

    private static void labels(Fields fields, Export export, ClientText client) {
        Taxonomy tags = TagText.tags(export);
        if (tags.isEmpty()) {
            return;
        }
        String labels = tags.labelsOf(client.ofAll("effective_tags"));
        if (export.chose(Choices.TAGS, "field")) {
            fields.pickList("Practice tags", FieldType.CHOICES, tags.labels(), labels);
        } else {
            tags.labels().forEach(tag -> fields.needs(SchemaElement.option(ObjectType.of(PERSON), LABELS, tag)));
            fields.add(LABELS, labels);
        }
    }
}
