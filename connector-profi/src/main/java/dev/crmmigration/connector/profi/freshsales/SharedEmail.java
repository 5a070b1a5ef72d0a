package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;

import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;

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
        String more = export.has(CLIENT, "secondary_emails") ? ", " + client.ofAll("secondary_emails") : "";
        String first = export.has(CLIENT, "email") ? client.ofAll("list(email)") : "null";
        String all = "emailPoints(union(" + first + more + "))";
        return export.chose(Choices.SHARED_EMAIL, "field") && export.has(CLIENT, "email")
                ? "case(" + isShared() + " => null, else => " + all + ")"
                : all;
    }

    /** Returns, over a client, the address that is another's. */
    String address() {
        return "case(" + isShared() + " => email, else => null)";
    }

    /** Returns, over a client, its companies; a link that leads nowhere, and so holds it, if its address is another's. */
    String accountsOrHold() {
        String accounts = "list(link(OrganizationToAccount, " + client.ofAll("list(" + client.organizationKey() + ")")
                + "), link(CompanyNameToAccount, " + client.ofAll("list(" + client.companyKey() + ")") + "))";
        return export.chose(Choices.SHARED_EMAIL, "hold") && export.has(CLIENT, "email")
                ? "case(" + isShared() + " => list(link(OrganizationToAccount, concat(\"e-mail address of client \", "
                        + first() + "))), else => " + accounts + ")"
                : accounts;
    }

    private String isShared() {
        String same = client.merges() ? ", not(eq(same_as, coalesce(" + of("same_as") + ", \"nobody\")))" : "";
        return "and(present(email), ne(" + first() + ", $id)" + same + ")";
    }

    private String first() {
        return of("$id");
    }

    private String of(String value) {
        return "related(client, on: normalEmail(email), equals: normalEmail(email), where: " + client.isPerson()
                + ", each: " + value + ", reduce: first, order: "
                + (export.has(CLIENT, "created_at") ? "created_at" : "$id") + ")";
    }
}
