package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.ORGANIZATION;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Relates organizations to those that they are part of. */
public final class ParentToRelationship extends ProfiRow {

    public ParentToRelationship() {
        super(0, "Parent organization -> Relationship");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "parent that was not exported", "a relationship needs both organizations", "it waits for the parent"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(ORGANIZATION, "parent_organization_id")) {
            return List.of();
        }
        return List.of(MappingPart.Records.from(ORGANIZATION)
                .to("organizationRelationship")
                .where("present(parent_organization_id)")
                .set("type", "\"parent\"")
                .set("rel_owner_org_id", "link(ClientOrganizationToOrganization, parent_organization_id)")
                .set("rel_linked_org_id", "link(ClientOrganizationToOrganization, $id)")
                .build());
    }
}
