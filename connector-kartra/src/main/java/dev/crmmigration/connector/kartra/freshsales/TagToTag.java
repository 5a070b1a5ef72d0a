package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Gives contacts their tags, and their lists as tags too: a contact has one field for both. */
public final class TagToTag extends FreshsalesRow {

    public TagToTag() {
        super(5, "Tag -> Tag", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(Tags.tags(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "spelling of tags",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one tag; a tag with a comma in it becomes two"),
                new Loss(
                        "events behind behavioural tags",
                        "Kartra exports the tag only (form completed, link clicked), Freshsales takes no such events",
                        "the tag is kept, for information"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        String tags = Tags.all(export, contacts(export));
        if (tags.isEmpty()) {
            return List.of();
        }
        Fields fields = new Fields(export, CONTACT, FreshsalesNames.CONTACT).set("tags", tags);
        return List.of(MappingPart.Contribution.to(CONTACT_TO_CONTACT, CONTACT, fields.mappings(), fields.schema()));
    }
}
