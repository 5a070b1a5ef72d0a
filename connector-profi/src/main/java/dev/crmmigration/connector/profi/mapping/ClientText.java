package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;

/** Expressions about clients: over a client itself, or over a record that names one. */
public final class ClientText {

    private final Export export;
    private final ClientRows rows;

    /**
     * Makes expressions whose links lead to the mappings of one destination.
     *
     * @param rows the mappings that links lead to
     */
    public ClientText(Export export, ClientRows rows) {
        this.export = export;
        this.rows = rows;
    }

    /** Returns, over a client, whether it is a business, which is an organization and no person. */
    public String isBusiness() {
        return export.has(CLIENT, "kind") ? "eq(kind, \"business\")" : "false";
    }

    public String isPerson() {
        return "not(" + isBusiness() + ")";
    }

    /** Tells whether some clients are the same as others. */
    public boolean merges() {
        return export.fills(CLIENT, "same_as");
    }

    /** Returns, over a client, a column of it, else that of its duplicates. */
    public String of(String column) {
        if (!export.has(CLIENT, column)) {
            return "null";
        }
        String own = export.column(CLIENT, column);
        return merges() ? "coalesce(" + own + ", " + ofDuplicates(own, "first") + ")" : own;
    }

    /** Returns, over a client, what an expression gives over it and its duplicates, as one list. */
    public String ofAll(String value) {
        return merges() ? "union(" + value + ", " + ofDuplicates(value, "list") + ")" : value;
    }

    private static String ofDuplicates(String value, String reduce) {
        return "related(client, on: same_as, equals: same_as, each: " + value + ", reduce: " + reduce
                + ", order: duplicate_rank)";
    }

    /** Returns, over a client, what to call it. */
    public String displayName() {
        return "coalesce(join(\" \", " + of("first_name") + ", " + of("last_name") + "), " + of("full_name") + ", "
                + of("email") + ", concat(\"Client \", $id))";
    }

    /** Returns, over a business, what to call it. */
    public String businessName() {
        return "coalesce(" + of("full_name") + ", " + of("organization_name") + ", join(\" \", " + of("first_name")
                + ", " + of("last_name") + "), concat(\"Client \", $id))";
    }

    /** Returns, over a record that names a client, a link to its person; no value if it is none. */
    public String personOf(String id) {
        return export.has(CLIENT)
                ? "link(" + rows.person() + ", related(client, on: $id, equals: " + id + ", where: " + isPerson() + "))"
                : "null";
    }

    /** Returns, over a record that names a client, a link to its person that leads nowhere if there is no such client. */
    public String personOrHold(String id) {
        if (!export.has(CLIENT)) {
            return "link(" + rows.person() + ", \"no client\")";
        }
        return "link(" + rows.person() + ", case(" + isBusinessId(id) + " => null, else => coalesce(" + id
                + ", \"no client\")))";
    }

    /** Returns, over a record that names a client, a link to the organization that it is or belongs to. */
    public String organizationOf(String id) {
        return export.has(CLIENT)
                ? "coalesce(" + link(id, rows.organization(), organizationKey()) + ", "
                        + link(id, rows.companyName(), companyKey()) + ", " + business(id) + ")"
                : "null";
    }

    /** Returns, over a record that names a client, a link to the organization that the client itself is. */
    public String business(String id) {
        return "link(" + rows.business() + ", related(client, on: $id, equals: " + id + ", where: " + isBusiness()
                + "))";
    }

    /** Returns, over a record that names clients, links to the persons among them, or a link that leads nowhere if there is none. */
    public String personsOrHold(String ids) {
        String persons = "related(client, on: $id, equals: " + ids + ", where: " + isPerson() + ", reduce: list)";
        String businesses = "related(client, on: $id, equals: " + ids + ", where: " + isBusiness() + ", reduce: any)";
        return "link(" + rows.person() + ", coalesce(" + persons + ", case(" + businesses
                + " => null, else => list(\"no client\"))))";
    }

    /** Returns, over a record that names a client, whether there is such a client who is a person. */
    public String isPersonId(String id) {
        return "related(client, on: $id, equals: " + id + ", where: " + isPerson() + ", reduce: any)";
    }

    public String isBusinessId(String id) {
        return "related(client, on: $id, equals: " + id + ", where: " + isBusiness() + ", reduce: any)";
    }

    private String link(String id, String mapping, String key) {
        return "link(" + mapping + ", related(client, on: $id, equals: " + id + ", where: " + isPerson() + ", each: "
                + key + "))";
    }

    /** Returns, over a client, links to its organization: a known one, else one of its company's name. */
    public String organization() {
        return "coalesce(link(" + rows.organization() + ", " + organizationKey() + "), link(" + rows.companyName()
                + ", " + companyKey() + "))";
    }

    /** Returns, over a client, the id of its organization if there is such an organization. */
    public String organizationKey() {
        return export.has(Export.ORGANIZATION)
                ? "related(organization, on: $id, equals: " + of("organization_id") + ")"
                : "null";
    }

    /** Returns, over a client, the key of the company that it names, if that is no known organization. */
    public String companyKey() {
        String name = of("organization_name");
        String key = "case(empty(normal(" + name + ")) => null, else => normal(" + name + "))";
        return export.has(Export.ORGANIZATION)
                ? "case(present(" + organizationKey() + ") => null, else => " + key + ")"
                : key;
    }
}
