package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Says who owns what: whom a record is assigned to, else who made it, else the default owner. */
public final class OwnerToUser extends NextCrmRow {

    private static final List<String> OWNED = List.of(
            "account",
            "contact",
            "target",
            "lead",
            "opportunity",
            "activity",
            "accountTask",
            "task",
            "email",
            "campaign",
            "product");

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
        String answer = business.answer(Choices.DEFAULT_OWNER);
        String byDefault = answer.isEmpty() ? "null" : Expressions.text(answer);
        List<MappingPart> parts = new ArrayList<>();
        for (String object : OWNED) {
            if (business.has(object)) {
                parts.add(MappingPart.Resolution.owner(
                        object,
                        "owner_id",
                        "coalesce(" + business.column(object, "owner_email") + ", "
                                + business.column(object, "creator_email") + ", " + byDefault + ")"));
            }
        }
        for (String object : List.of("user", "auditEntry", "currency", "exchangeRate")) {
            if (business.has(object)) {
                parts.add(MappingPart.Exclusion.of(object, "true", reason(object)));
            }
        }
        return parts;
    }

    private static String reason(String object) {
        return switch (object) {
            case "user" -> "owners are found by their e-mail address; users are never created";
            case "auditEntry" -> "Pipedrive takes no history; when and why deals were closed was read from it";
            default -> "Pipedrive has currencies of its own";
        };
    }
}
