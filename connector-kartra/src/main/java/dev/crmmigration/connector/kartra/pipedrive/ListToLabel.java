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

/** Gives persons their lists, as labels that begin with {@code list_} or as values of one field with filters on it. */
public final class ListToLabel extends KartraRow {

    private static final String FIELD = "Kartra lists";

    public ListToLabel() {
        super(6, "List -> Tag or Person Group", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.GROUPS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(lists(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "subscribed state of a list membership",
                        "the export shows members who unsubscribed like all others",
                        "unknown: a label says that the contact is or was on the list; with the setting api on, lists that it"
                                + " left have no label"),
                new Loss(
                        "person groups",
                        "Pipedrive has none",
                        "labels, or a multi-select field with one saved filter for each list"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Taxonomy lists = lists(export);
        if (lists.isEmpty()) {
            return List.of();
        }
        ObjectType person = ObjectType.of(PERSON);
        String labels = lists.labelsOf(contacts(export).ofAllDuplicates("lists"));
        Fields fields = new Fields(export, CONTACT, PERSON);
        if (asField(export)) {
            fields.pickList(FIELD, FieldType.CHOICES, lists.labels(), labels);
            lists.labels()
                    .forEach(list -> fields.needs(SchemaElement.filter(person, "Kartra list: " + list, FIELD, list)));
        } else {
            lists.labels().forEach(list -> fields.needs(SchemaElement.option(person, LABELS, list)));
            fields.add(LABELS, labels);
        }
        return List.of(MappingPart.Contribution.to(CONTACT_TO_PERSON, CONTACT, fields.mappings(), fields.schema()));
    }

    private static Taxonomy lists(Export export) {
        return new Taxonomy("lists", asField(export) ? "" : "list_", export.distinct(CONTACT, "lists"));
    }

    private static boolean asField(Export export) {
        return export.chose(Choices.GROUPS, "field");
    }
}
