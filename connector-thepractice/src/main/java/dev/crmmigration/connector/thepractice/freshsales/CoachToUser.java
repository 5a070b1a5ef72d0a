package dev.crmmigration.connector.thepractice.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Says who owns what: the coach of a record, else the coach of its client, by e-mail address. */
public final class CoachToUser extends FreshsalesRow {

    public CoachToUser() {
        super(6, "Coach / Practitioner -> User / Owner");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "coaches who are no active Freshsales users",
                        "users cannot be made from outside",
                        "their records wait until they are invited, or somebody else takes over, such as a user of yours"
                                + " called 'Unassigned Coach'"),
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
