package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.TagText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;

/** Gives contacts the tags of their clients, their own and those that groups hand down, and the groups themselves. */
public final class TagToTag extends FreshsalesRow {

    public TagToTag() {
        super(BEYOND, "Tag, group -> Tag, field of the contact");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(TagText.tags(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "groups that hand their tags down",
                        "tags of Freshsales are not handed down",
                        "each contact has all tags that come down to it, Tag_Origins__c says from where, Groups__c names the"
                                + " groups"),
                new Loss(
                        "spelling of tags",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one tag; a tag with a comma in it becomes two"),
                new Loss(
                        "colours of tags, descriptions of groups, when a client joined a group",
                        "tags have no such fields",
                        "they stay in the export"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        ClientText client = clients(export);
        Taxonomy tags = TagText.tags(export);
        Fields fields = new Fields(export, CLIENT, CONTACT);
        if (!tags.isEmpty()) {
            fields.set("tags", "join(\", \", " + tags.labelsOf(client.ofAll("effective_tags")) + ")");
        }
        TagText.origins(fields, export, client);
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(CLIENT_TO_CONTACT, CLIENT, fields.mappings(), fields.schema()));
        }
        TagText.foldInto(
                parts,
                export,
                CLIENT_TO_CONTACT,
                "Tags are tags of the contacts who have them",
                "Groups stand in Groups__c of the contacts who are in them");
        return parts;
    }
}
