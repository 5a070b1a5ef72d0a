package dev.crmmigration.connector.thepractice.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Says who owns what: the coach of a record, else the coach of its client, by e-mail address. */
public final class CoachToUser extends PracticeRow {

    public CoachToUser() {
        super(6, "Coach / Practitioner -> User / Owner");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.DEFAULT_OWNER);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "coaches who are no Pipedrive users",
                "users are never created, as each takes a paid seat and gets an invitation",
                "their records wait until the coach is invited, or somebody else takes over, such as a user of yours called"
                        + " 'Unassigned Coach'"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return Owners.parts(export, "owner_id", Choices.DEFAULT_OWNER);
    }
}
