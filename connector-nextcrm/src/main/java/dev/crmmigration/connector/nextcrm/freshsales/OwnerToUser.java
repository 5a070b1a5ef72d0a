package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Says who owns what: whom a record is assigned to, else who made it, else the default owner. */
public final class OwnerToUser extends FreshsalesRow {

    public OwnerToUser() {
        super(BEYOND, "User -> User", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "users",
                        "users cannot be made from outside",
                        "records of an owner who is no Freshsales user wait until the user is there, or go"
                                + " to a replacement"),
                new Loss(
                        "who gave an appointment, who wrote a note",
                        "Freshsales takes whom the key belongs to",
                        "the first line of a note"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        return Owners.parts(business, "Freshsales", FreshsalesNames.OWNER, Choices.DEFAULT_OWNER);
    }
}
