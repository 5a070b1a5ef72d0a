package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.List;

/** How clients found the practice. */
public final class Referrals {

    private static final String COLUMN = "referral_source";

    private Referrals() {}

    /** Returns the answers that there are, each with the entry that it becomes. */
    public static Taxonomy sources(Export export) {
        return new Taxonomy("referralSources", "", export.distinct(CLIENT, COLUMN));
    }

    /** Gives what {@code mapping} makes of clients as {@code to} a pick-list with an entry for each answer. */
    public static List<MappingPart> field(Export export, ClientText client, String to, String mapping) {
        Taxonomy sources = sources(export);
        if (sources.isEmpty()) {
            return List.of();
        }
        Fields fields = new Fields(export, CLIENT, to)
                .pickList("Referral_Source", FieldType.CHOICE, sources.labels(), sources.labelsOf(client.of(COLUMN)));
        return List.of(MappingPart.Contribution.to(mapping, CLIENT, fields.mappings(), fields.schema()));
    }
}
