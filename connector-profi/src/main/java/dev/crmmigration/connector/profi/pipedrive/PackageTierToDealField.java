package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.EnrollmentFields;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Gives deals the tier of their package, value by value. */
public final class PackageTierToDealField extends ProfiRow {

    public PackageTierToDealField() {
        super(5, "Package Tier / Type -> Custom field on Deal");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(EnrollmentFields.tiers(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "spelling of tiers",
                        "names that differ only in case or marks cannot be told apart in the plan",
                        "they become one option of Package_Tier__c; a tier that is new in a delta waits for an entry in the plan"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Fields fields = new Fields(export, ENROLLMENT, DEAL);
        EnrollmentFields.tier(fields, export);
        return fields.isEmpty()
                ? List.of()
                : List.of(MappingPart.Contribution.to(
                        ENROLLMENT_TO_DEAL, ENROLLMENT, fields.mappings(), fields.schema()));
    }
}
