package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Says who owns what: whom a record is assigned to, else who made it, else the default owner. */
public final class OwnerToUser extends NextCrmRow {

    public OwnerToUser() {
        super(BEYOND, "User -> User", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "users",
                "users are never created at the destination, since each is a paid seat and gets an invitation",
                "records of an owner who is no Pipedrive user wait until the user is there, or go to a replacement"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        return Owners.parts(business, "Pipedrive", "owner_id", Choices.DEFAULT_OWNER);
    }
}
