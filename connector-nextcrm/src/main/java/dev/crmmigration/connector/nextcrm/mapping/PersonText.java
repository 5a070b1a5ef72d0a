package dev.crmmigration.connector.nextcrm.mapping;

/** Expressions that lead to the person of somebody, over a record that names them. */
public final class PersonText {

    private static final String TARGET = "target";

    private final Business business;
    private final PeopleRows rows;

    public PersonText(Business business, PeopleRows rows) {
        this.business = business;
        this.rows = rows;
    }

    public boolean targetsMove() {
        return business.has(TARGET) && !business.chose(rows.targets(), PeopleRows.LEAVE);
    }

    /** Returns a link to the person of a contact; no value if there is no such contact. */
    public String ofContact(String contact) {
        return business.has("contact")
                ? "link(" + rows.contact() + ", " + business.live("contact", contact) + ")"
                : "null";
    }

    /** Returns the id of a contact with the address of a record, of which the column is given. */
    public String sameContact(String email) {
        return same("contact", email);
    }

    /** Returns, over a target, whether it moves as a person of its own. */
    public String targetMoves() {
        String converted = business.has("contact")
                ? "present(" + business.live("contact", business.column(TARGET, "converted_contact")) + ")"
                : "false";
        String others = "present(" + sameContact("email") + ")";
        if (rows.addressOnce() && business.has("lead", "email")) {
            others += ", present(" + same("lead", "email") + ")";
        }
        return "not(or(" + converted + ", " + others + "))";
    }

    /** Returns, over a record that names a target, whether that target moves as a person of its own. */
    public String moves(String target) {
        return targetsMove()
                ? "related(target, on: $id, equals: " + target + ", where: " + targetMoves() + ", reduce: any)"
                : "false";
    }

    private String same(String object, String email) {
        return business.has(object, "email")
                ? "related(" + object + ", on: normalEmail(email), equals: normalEmail(" + email + "))"
                : "null";
    }

    PeopleRows rows() {
        return rows;
    }
}
