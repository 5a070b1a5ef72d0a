package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;

import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.List;

/** Expressions about clients: over a client itself, or over a record that names one. */
public final class ClientText {

    /** The columns that an address is made from. */
    public static final List<String> ADDRESS =
            List.of("address_line1", "address_line2", "city", "state", "postal_code", "country");

    private final Export export;
    private final Rows rows;

    public ClientText(Export export, Rows rows) {
        this.export = export;
        this.rows = rows;
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
        String own = Expressions.column(column);
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
        return "coalesce(join(\" \", " + of("first_name") + ", " + of("last_name") + "), " + of("email")
                + ", concat(\"Client \", $id))";
    }

    /** Returns, over a record that names a client, what to call the client. */
    public String nameOf(String id) {
        return export.has(CLIENT)
                ? "related(client, on: $id, equals: " + id + ", each: " + displayName() + ")"
                : "null";
    }

    public String emails() {
        return "contactList(union(" + list("email") + ", " + column("secondary_emails") + "))";
    }

    public String phones() {
        return "contactList(" + allPhones() + ")";
    }

    /** Returns, over a client, the list of its phone numbers. */
    public String allPhones() {
        return "union(" + list("phone") + ", " + column("secondary_phones") + ")";
    }

    private String list(String column) {
        return export.has(CLIENT, column) ? ofAll("list(" + column + ")") : "null";
    }

    private String column(String column) {
        return export.has(CLIENT, column) ? ofAll(column) : "null";
    }

    public String address() {
        return "address(join(\", \", " + of("address_line1") + ", " + of("address_line2") + "), " + of("city") + ", "
                + of("state") + ", " + of("postal_code") + ", " + of("country") + ")";
    }

    /** Returns, over a record that names a client, a link to its person; no value if there is no such client. */
    public String personOf(String id) {
        return export.has(CLIENT)
                ? "link(" + rows.person() + ", related(client, on: $id, equals: " + id + "))"
                : "null";
    }

    /** Returns, over a record that names a client, a link to its person that leads nowhere if it names none. */
    public String personOrHold(String id) {
        return "link(" + rows.person() + ", coalesce(" + id + ", \"no client\"))";
    }

    /** Returns, over a record that names clients, links to those there are, or one that leads nowhere if there is none. */
    public String personsOrHold(String ids) {
        return export.has(CLIENT)
                ? "link(" + rows.person() + ", coalesce(related(client, on: $id, equals: " + ids
                        + ", reduce: list), list(\"no client\")))"
                : "link(" + rows.person() + ", list(\"no client\"))";
    }

    /** Returns, over a record that names a client, whether there is such a client. */
    public String isThere(String id) {
        return export.has(CLIENT) ? "related(client, on: $id, equals: " + id + ", reduce: any)" : "false";
    }

    /** Returns, over a client, a link to its first company: a known one, else one of its name. */
    public String organization() {
        return "coalesce(link(" + rows.organization() + ", " + organizationKey() + "), link(" + rows.companyName()
                + ", " + companyKey() + "))";
    }

    /** Returns, over a record that names a client, a link to the client's first company. */
    public String organizationOf(String id) {
        return export.has(CLIENT)
                ? "coalesce(" + link(id, rows.organization(), organizationKey()) + ", "
                        + link(id, rows.companyName(), companyKey()) + ")"
                : "null";
    }

    private static String link(String id, String mapping, String key) {
        return "link(" + mapping + ", related(client, on: $id, equals: " + id + ", each: " + key + "))";
    }

    /** Returns, over a client, the id of its first company if there is such a company. */
    public String organizationKey() {
        return export.has(Export.COMPANY) ? "related(company, on: $id, equals: " + of("company_id") + ")" : "null";
    }

    /** Returns, over a client, the ids of all its companies that there are, the first one before the others. */
    public String organizationKeys() {
        String first = ofAll("list(" + organizationKey() + ")");
        return export.has(Export.COMPANY) && export.has(Export.CLIENT_COMPANY)
                ? "union(" + first + ", "
                        + ofAll("related(client_company, on: client_id, equals: $id, each: related(company, on: $id,"
                                + " equals: company_id), reduce: list, order: company_id)")
                        + ")"
                : first;
    }

    /** Returns, over a client, the key of the company that it names, if that is no known company. */
    public String companyKey() {
        String name = of("company_name");
        String key = "case(empty(normal(" + name + ")) => null, else => normal(" + name + "))";
        return export.has(Export.COMPANY)
                ? "case(present(" + organizationKey() + ") => null, else => " + key + ")"
                : key;
    }
}
