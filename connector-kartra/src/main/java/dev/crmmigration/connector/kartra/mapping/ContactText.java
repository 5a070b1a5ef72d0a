package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.toolkit.mapping.CommonChoices;

/** Expressions about contacts: over a contact itself, or over a record that names one by id or e-mail address. */
public final class ContactText {

    private static final String ADDRESS_OF_MAIL = "normalEmail(email)";

    private final Export export;
    private final ContactRows rows;

    /**
     * Makes expressions whose links lead to the mappings of one destination.
     *
     * @param rows the mappings that links lead to
     */
    public ContactText(Export export, ContactRows rows) {
        this.export = export;
        this.rows = rows;
    }

    /** Tells whether contacts with one e-mail address are one person. */
    public boolean merges() {
        return export.chose(KartraChoices.DUPLICATE_CONTACTS, "merge") && export.has(CONTACT, "email");
    }

    /** Returns, over a contact, the value by which contacts are the same. */
    public String sameAs() {
        return ADDRESS_OF_MAIL;
    }

    /** Returns, over a contact, what to call it: its name, else its e-mail address, else its id. */
    public String displayName() {
        String names = column("first_name") + ", " + column("middle_name") + ", " + column("last_name");
        return "coalesce(join(\" \", " + names + "), " + column("email") + ", concat(\"Contact \", $id))";
    }

    /** Returns, over a contact, the name of its company; no value if it has none. */
    public String company() {
        return alsoOfDuplicates("case(empty(normal(company)) => null, else => trim(company))");
    }

    /**
     * Returns, over a contact, the key of its organization; no value if it gets none. A company and a contact never
     * share a key, whatever the company is called, and duplicates of a contact share the contact's.
     */
    public String organizationKey() {
        String key = "case(empty(normal(company)) => null, else => concat(\"company:\", normal(company)))";
        String company = export.has(CONTACT, "company") ? alsoOfDuplicates(key) : "null";
        return export.chose(rows.withoutCompany(), CommonChoices.NONE)
                ? company
                : "coalesce(" + company + ", concat(\"contact:\", " + first() + "))";
    }

    /** Returns, over a contact, what an expression gives over it and its duplicates, as one list. */
    public String ofAllDuplicates(String value) {
        return merges() ? "union(" + value + ", " + byMail(ADDRESS_OF_MAIL, value, "list") + ")" : value;
    }

    /** Returns, over a record with these two columns, the id of its contact; no value if the export has none. */
    public String of(String object, String idColumn, String emailColumn) {
        String byId = export.has(object, idColumn) ? columnOf(export.column(object, idColumn), "$id") : "null";
        if (!export.has(object, emailColumn) || !export.has(CONTACT, "email")) {
            return byId;
        }
        String address = "normalEmail(" + export.column(object, emailColumn) + ")";
        return "coalesce(" + byId + ", " + byMail(address, "$id", "first") + ")";
    }

    /** Returns a link to the person of a contact that leads nowhere, and so holds the record, if there is none. */
    public String personOrHold(String contact, String object, String idColumn) {
        String named = export.has(object, idColumn) ? ", " + export.column(object, idColumn) : "";
        return "link(" + rows.person() + ", coalesce(" + contact + named + ", \"no contact\"))";
    }

    /** Returns a link to the organization of the contact with the given id. */
    public String organizationOf(String contact) {
        return "link(" + rows.company() + ", " + columnOf(contact, organizationKey()) + ")";
    }

    /** Returns what an expression gives over the contact with the given id. */
    public static String columnOf(String contact, String each) {
        return "related(contact, on: $id, equals: " + contact + ", each: " + each + ", reduce: first)";
    }

    private String first() {
        return merges() ? "coalesce(" + byMail(ADDRESS_OF_MAIL, "$id", "first") + ", $id)" : "$id";
    }

    private String alsoOfDuplicates(String value) {
        return merges() ? "coalesce(" + value + ", " + byMail(ADDRESS_OF_MAIL, value, "first") + ")" : value;
    }

    private String byMail(String address, String each, String reduce) {
        String order = export.has(CONTACT, "created") ? ", order: created" : "";
        return "related(contact, on: " + ADDRESS_OF_MAIL + ", equals: " + address + ", each: " + each + ", reduce: "
                + reduce + order + ")";
    }

    private String column(String name) {
        return export.column(CONTACT, name);
    }

    /** Returns, over a contact, a link to its company; no value if it gets none. */
    public String companyLink() {
        return "link(" + rows.company() + ", " + organizationKey() + ")";
    }
}
