package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.List;

/** Keeps how a client found the practice in a pick-list of the person, with an entry for each answer there is. */
public final class ReferralSourceToPersonField extends PracticeRow {

    private static final String COLUMN = "referral_source";

    public ReferralSourceToPersonField() {
        super(10, "Referral Source / Lead Origin -> Custom Field on Person");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(sources(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "spelling of referral sources",
                "names that differ only in case or marks cannot be told apart in the plan",
                "they become one entry; in the plan an entry may become another one, or be left empty"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Taxonomy sources = sources(export);
        if (sources.isEmpty()) {
            return List.of();
        }
        Fields fields = new Fields(export, CLIENT, PERSON)
                .pickList(
                        "Referral_Source",
                        FieldType.CHOICE,
                        sources.labels(),
                        sources.labelsOf(clients(export).of(COLUMN)));
        return List.of(MappingPart.Contribution.to(CLIENT_TO_PERSON, CLIENT, fields.mappings(), fields.schema()));
    }

    private static Taxonomy sources(Export export) {
        return new Taxonomy("referralSources", "", export.distinct(CLIENT, COLUMN));
    }
}
