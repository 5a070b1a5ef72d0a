package dev.crmmigration.connector.profi.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.Owners;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Says who owns what: the coach of a record, else the coach of its client, by e-mail address. */
public final class CoachToUser extends ProfiRow {

    private static final String OWNER = "owner_id";

    public CoachToUser() {
        super(10, "Owner / Coach -> User");
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
                "their records wait until the coach is invited, or somebody else takes over"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        return Owners.parts(export, OWNER, Choices.DEFAULT_OWNER);
    }
}
