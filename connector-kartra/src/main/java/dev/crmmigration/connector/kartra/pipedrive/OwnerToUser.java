package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Says who owns what: the contact's owner or the appointment's host where Kartra names one, else the default owner. */
public final class OwnerToUser extends KartraRow {

    private static final String OWNER = "owner_id";

    public OwnerToUser() {
        super(8, "Owner -> User", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "owners",
                "Kartra's exports name an owner of contacts at most, and users are never created at the destination",
                "the default owner; records of an owner who is no Pipedrive user wait until the user is there"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return Owners.parts(export, contacts(export), OWNER, Choices.DEFAULT_OWNER);
    }
}
