package dev.crmmigration.connector.profi.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Says who owns what: the coach of a record, else the coach of its client, by e-mail address. */
public final class StaffToUser extends FreshsalesRow {

    public StaffToUser() {
        super(9, "User / Owner (Profi staff) -> User");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "staff who are no active Freshsales users",
                        "users cannot be made from outside",
                        "their records wait until they are invited, or somebody else takes over"),
                new Loss(
                        "who gave an appointment, who wrote a note",
                        "Freshsales takes whom the key belongs to",
                        "the owner of the contact and the deal; the first line of a note"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return Owners.parts(export, FreshsalesNames.OWNER, Choices.DEFAULT_OWNER);
    }
}
