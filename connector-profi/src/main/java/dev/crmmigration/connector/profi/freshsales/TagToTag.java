package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.List;

/** Gives contacts the tags of their members. */
public final class TagToTag extends FreshsalesRow {

    public TagToTag() {
        super(BEYOND, "Tag -> Tag");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(tags(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "spelling of tags",
                "names that differ only in case or marks cannot be told apart in the plan",
                "they become one tag; a tag with a comma in it becomes two"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Taxonomy tags = tags(export);
        if (tags.isEmpty()) {
            return List.of();
        }
        Fields fields = new Fields(export, CLIENT, CONTACT)
                .set("tags", "join(\", \", " + tags.labelsOf(clients(export).ofAll("tags")) + ")");
        return List.of(MappingPart.Contribution.to(MEMBER_TO_CONTACT, CLIENT, fields.mappings(), fields.schema()));
    }

    private static Taxonomy tags(Export export) {
        return new Taxonomy("tags", "", export.distinct(CLIENT, "tags"));
    }
}
