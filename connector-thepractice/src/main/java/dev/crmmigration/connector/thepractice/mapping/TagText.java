package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.GROUP;
import static dev.crmmigration.connector.thepractice.mapping.Export.GROUP_MEMBER;
import static dev.crmmigration.connector.thepractice.mapping.Export.TAG;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.List;

/** The tags of clients, their own and those that come down from their groups. */
public final class TagText {

    private TagText() {}

    public static Taxonomy tags(Export export) {
        return new Taxonomy("tags", "", export.distinct(CLIENT, "effective_tags"));
    }

    /** Sets from where each tag is, and the groups. */
    public static void origins(Fields fields, Export export, ClientText client) {
        if (export.fills(CLIENT, "tag_origins")) {
            fields.custom(
                    "Tag_Origins__c", FieldType.LONG_TEXT, "join(\"; \", " + client.ofAll("list(tag_origins)") + ")");
        }
        fields.pickList(
                "Groups__c", FieldType.CHOICES, export.distinct(CLIENT, "group_names"), client.ofAll("group_names"));
    }

    /**
     * Leaves tags and groups out, and folds who is in a group into what {@code mapping} makes of clients.
     *
     * @param tags why tags are left out
     * @param groups why groups are
     */
    public static void foldInto(List<MappingPart> parts, Export export, String mapping, String tags, String groups) {
        if (export.has(TAG)) {
            parts.add(MappingPart.Exclusion.of(TAG, "true", tags));
        }
        if (export.has(GROUP)) {
            parts.add(MappingPart.Exclusion.of(GROUP, "true", groups));
        }
        if (export.has(GROUP_MEMBER)) {
            parts.add(MappingPart.Contribution.fold(mapping, GROUP_MEMBER, "true", "client_id", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    GROUP_MEMBER, "true", "These rows name a client that the export does not have"));
        }
    }
}
