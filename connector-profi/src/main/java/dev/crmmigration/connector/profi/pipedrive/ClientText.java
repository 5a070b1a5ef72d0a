package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;

import dev.crmmigration.connector.profi.mapping.Export;

/** Expressions about clients: over a client itself, or over a record that names one. */
final class ClientText {

    private final Export export;

    ClientText(Export export) {
        this.export = export;
    }

    /** Returns, over a client, whether it is a business, which is an organization and no person. */
    String isBusiness() {
        return export.has(CLIENT, "kind") ? "eq(kind, \"business\")" : "false";
    }

    String isPerson() {
        return "not(" + isBusiness() + ")";
    }

    /** Tells whether some clients are the same as others. */
    boolean merges() {
        return export.fills(CLIENT, "same_as");
    }

    /** Returns, over a client, a column of it, else that of its duplicates. */
    String of(String column) {
        if (!export.has(CLIENT, column)) {
            return "null";
        }
        String own = export.column(CLIENT, column);
        return merges() ? "coalesce(" + own + ", " + ofDuplicates(own, "first") + ")" : own;
    }

    /** Returns, over a client, what an expression gives over it and its duplicates, as one list. */
    String ofAll(String value) {
        return merges() ? "union(" + value + ", " + ofDuplicates(value, "list") + ")" : value;
    }

    private static String ofDuplicates(String value, String reduce) {
        return "related(client, on: same_as, equals: same_as, each: " + value + ", reduce: " + reduce
                + ", order: duplicate_rank)";
    }

    /** Returns, over a client, what to call it. */
    String displayName() {
        return "coalesce(join(\" \", " + of("first_name") + ", " + of("last_name") + "), " + of("full_name") + ", "
                + of("email") + ", concat(\"Client \", $id))";
    }

    /** Returns, over a business, what to call it. */
    String businessName() {
        return "coalesce(" + of("full_name") + ", " + of("organization_name") + ", join(\" \", " + of("first_name")
                + ", " + of("last_name") + "), concat(\"Client \", $id))";
    }

    /** Returns, over a record that names a client, a link to its person; no value if it is none. */
    String personOf(String id) {
        return export.has(CLIENT)
                ? "link(ClientToPerson, related(client, on: $id, equals: " + id + ", where: " + isPerson() + "))"
                : "null";
    }

    /** Returns, over a record that names a client, a link to its person that leads nowhere if there is no such client. */
    String personOrHold(String id) {
        if (!export.has(CLIENT)) {
            return "link(ClientToPerson, \"no client\")";
        }
        return "link(ClientToPerson, case(" + isBusinessId(id) + " => null, else => coalesce(" + id
                + ", \"no client\")))";
    }

    /** Returns, over a record that names a client, a link to the organization that it is or belongs to. */
    String organizationOf(String id) {
        return export.has(CLIENT)
                ? "coalesce(" + link(id, "ClientOrganizationToOrganization", organizationKey()) + ", "
                        + link(id, "CompanyNameToOrganization", companyKey()) + ", " + business(id) + ")"
                : "null";
    }

    /** Returns, over a record that names a client, a link to the organization that the client itself is. */
    String business(String id) {
        return "link(BusinessClientToOrganization, related(client, on: $id, equals: " + id + ", where: " + isBusiness()
                + "))";
    }

    private String isBusinessId(String id) {
        return "related(client, on: $id, equals: " + id + ", where: " + isBusiness() + ", reduce: any)";
    }

    private String link(String id, String mapping, String key) {
        return "link(" + mapping + ", related(client, on: $id, equals: " + id + ", where: " + isPerson() + ", each: "
                + key + "))";
    }

    /** Returns, over a client, links to its organization: a known one, else one of its company's name. */
    String organization() {
        return "coalesce(link(ClientOrganizationToOrganization, " + organizationKey()
                + "), link(CompanyNameToOrganization, " + companyKey() + "))";
    }

    /** Returns, over a client, the id of its organization if there is such an organization. */
    String organizationKey() {
        return export.has(Export.ORGANIZATION)
                ? "related(organization, on: $id, equals: " + of("organization_id") + ")"
                : "null";
    }

    /** Returns, over a client, the key of the company that it names, if that is no known organization. */
    String companyKey() {
        String name = of("organization_name");
        String key = "case(empty(normal(" + name + ")) => null, else => normal(" + name + "))";
        return export.has(Export.ORGANIZATION)
                ? "case(present(" + organizationKey() + ") => null, else => " + key + ")"
                : key;
    }
}
