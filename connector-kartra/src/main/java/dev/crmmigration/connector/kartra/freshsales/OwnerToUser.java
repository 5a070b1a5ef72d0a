package dev.crmmigration.connector.kartra.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Says who owns what: the contact's owner where Kartra names one, else the default owner. */
public final class OwnerToUser extends FreshsalesRow {

    public OwnerToUser() {
        super(8, "Owner -> User", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "owners",
                        "Kartra's exports name an owner of contacts at most, and users cannot be made from outside",
                        "the default owner; records of an owner who is no Freshsales user wait until the user is there"),
                new Loss(
                        "hosts of appointments",
                        "appointments belong to whom the key belongs to",
                        "a line of the description"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return Owners.parts(export, contacts(export), FreshsalesNames.OWNER, Choices.DEFAULT_OWNER);
    }
}
