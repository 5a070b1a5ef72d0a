package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.Fields;

/** Addresses that several clients have, though they are not the same: Freshsales takes an address once only. */
final class SharedEmail {

    private final Export export;
    private final ClientText client;

    SharedEmail(Export export, ClientText client) {
        this.export = export;
        this.client = client;
    }

    /** Returns, over a client, its addresses. */
    String emails() {
        return chose("field") ? "case(" + isShared() + " => null, else => " + client.emails() + ")" : client.emails();
    }

    /** Sets the address that is another's. */
    void into(Fields fields) {
        if (chose("field")) {
            fields.custom("Shared_Email__c", FieldType.TEXT, "case(" + isShared() + " => email, else => null)");
        }
    }

    /** Returns, over a client, its companies; a link that leads nowhere, and so holds it, if its address is another's. */
    String accountsOrHold() {
        String accounts = "list(link(CompanyToAccount, firstTen(" + client.organizationKeys()
                + ")), link(CompanyNameToAccount, " + client.companyKey() + "))";
        return chose("hold")
                ? "case(" + isShared() + " => list(link(CompanyToAccount, concat(\"e-mail address of client \", "
                        + first("$id") + "))), else => " + accounts + ")"
                : accounts;
    }

    private boolean chose(String option) {
        return export.has(CLIENT, "email") && export.chose(Choices.SHARED_EMAIL, option);
    }

    private String isShared() {
        String same = client.merges() ? ", not(eq(same_as, coalesce(" + first("same_as") + ", \"nobody\")))" : "";
        return "and(present(email), ne(" + first("$id") + ", $id)" + same + ")";
    }

    private static String order(Export export) {
        return export.has(CLIENT, "created_at") ? "created_at" : "$id";
    }

    private String first(String value) {
        return "related(client, on: normalEmail(email), equals: normalEmail(email), each: " + value
                + ", reduce: first, order: " + order(export) + ")";
    }
}
