package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Who owns what: whom a record is assigned to, else who made it, else the default owner. */
public final class Owners {

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

    private Owners() {}

    /**
     * Returns who owns the records of every object, and leaves users themselves out.
     *
     * @param destination what the destination is called
     * @param field the field of owners there
     * @param defaultOwner the question who owns what has no owner in NextCRM
     */
    public static List<MappingPart> parts(Business business, String destination, String field, Choice defaultOwner) {
        String answer = business.answer(defaultOwner);
        String byDefault = answer.isEmpty() ? "null" : Expressions.text(answer);
        List<MappingPart> parts = new ArrayList<>();
        for (String object : OWNED) {
            if (business.has(object)) {
                parts.add(MappingPart.Resolution.owner(
                        object,
                        field,
                        "coalesce(" + business.column(object, "owner_email") + ", "
                                + business.column(object, "creator_email") + ", " + byDefault + ")"));
            }
        }
        for (String object : List.of("user", "auditEntry", "currency", "exchangeRate")) {
            if (business.has(object)) {
                parts.add(MappingPart.Exclusion.of(object, "true", reason(object, destination)));
            }
        }
        return parts;
    }

    private static String reason(String object, String destination) {
        return switch (object) {
            case "user" -> "owners are found by their e-mail address; users are never created";
            case "auditEntry" -> destination + " takes no history; when and why deals were closed was read from it";
            default -> destination + " has currencies of its own";
        };
    }
}
