package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.AFFILIATE;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import java.util.List;

/** Expressions about affiliates: over an affiliate, or over the contact that it is. */
public final class AffiliateText {

    /** The columns of an affiliate that no row names. */
    public static final List<String> DETAILS = List.of("username", "products", "earned", "reserve", "due", "paid");

    private AffiliateText() {}

    /** Returns, over an affiliate, what to call it. */
    public static String name(Export export) {
        return "coalesce(" + export.column(AFFILIATE, "name") + ", " + export.column(AFFILIATE, "username") + ", "
                + export.column(AFFILIATE, "email") + ", concat(\"Affiliate \", $id))";
    }

    /** Returns, over a contact, a column of the affiliate that the contact is. */
    public static String ofContact(Export export, String column) {
        String byId = export.has(AFFILIATE, "lead_id")
                ? "related(affiliate, on: lead_id, equals: $id, each: " + column + ", reduce: first)"
                : "null";
        if (!export.has(AFFILIATE, "email") || !export.has(CONTACT, "email")) {
            return byId;
        }
        return "coalesce(" + byId + ", related(affiliate, on: normalEmail(email), equals: normalEmail(email), each: "
                + column + ", reduce: first))";
    }
}
