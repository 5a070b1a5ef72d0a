package dev.crmmigration.connector.nextcrm.mapping;

import static dev.crmmigration.toolkit.mapping.Expressions.line;

import java.util.ArrayList;
import java.util.List;

/** Expressions over an activity: what it hangs on, by links of which any may lead to nothing. */
public final class ActivityText {

    public static final String IS_NOTE = "eq(type, \"note\")";

    /** The title, which says whether it was cancelled. */
    public static final String SUBJECT =
            "concat(case(eq(status, \"cancelled\") => \"Cancelled: \", else => \"\"), title)";

    private final Business business;
    private final PersonText persons;

    public ActivityText(Business business, PeopleRows rows) {
        this.business = business;
        this.persons = new PersonText(business, rows);
    }

    /** Returns, over a link, whether it is one of an activity of which something holds. */
    public static String linksOf(String where) {
        return "related(activity, on: $id, equals: activity, where: " + where + ", reduce: any)";
    }

    /** Returns what a destination without fields for it has to say in a text. */
    public String details() {
        return "join(\"<br>\", " + line("Status", "text(status)") + ", " + line("Outcome", "outcome") + ", "
                + line("Guests", guests()) + ", " + line("Linked as well", furtherLinks())
                + ", case(empty(description) => null, else => html(description)))";
    }

    /** Returns the text of a note, which begins with who wrote it and when. */
    public String note() {
        String author = "concat(\"By \", coalesce(" + business.column("activity", "owner_email")
                + ", \"somebody\"), \" on \"," + " iso(date))";
        return "join(\"<br>\", html(" + author + "), html(title), html(description))";
    }

    /** Returns the ids of the records of an object that the activity is linked to and that are there. */
    public String live(String kind, String reduce) {
        return "related(activityLink, on: activity, equals: $id, where: eq(kind, \"" + kind + "\"), each: "
                + business.live(kind, "target") + ", reduce: " + reduce + ")";
    }

    public boolean knows(String object) {
        return business.has("activityLink") && business.has(object);
    }

    /** Returns links to the persons who take part; it holds the activity if all that it is linked to is gone. */
    public String participants() {
        List<String> people = new ArrayList<>();
        if (knows("contact")) {
            people.add("link(" + rows().contact() + ", " + live("contact", "list") + ")");
        }
        if (knows("target") && persons.targetsMove()) {
            people.add("link(" + rows().target() + ", related(activityLink, on: activity, equals: $id, where: eq(kind,"
                    + " \"target\"), each: related(target, on: $id, equals: target, where: "
                    + persons.targetMoves() + "), reduce: list))");
        }
        if (!business.has("activityLink")) {
            return "null";
        }
        people.add("case(" + isOrphan() + " => " + nowhere() + ", else => null)");
        return "list(" + String.join(", ", people) + ")";
    }

    /** Returns the first person who takes part. */
    public String person() {
        return knows("contact") ? "link(" + rows().contact() + ", " + live("contact", "first") + ")" : "null";
    }

    public String deal() {
        return knows("opportunity")
                ? "link(" + rows().opportunity() + ", " + live("opportunity", "first") + ")"
                : "null";
    }

    public String organization() {
        return knows("account") ? "link(" + rows().account() + ", " + live("account", "first") + ")" : "null";
    }

    private PeopleRows rows() {
        return persons.rows();
    }

    /** Returns a link that leads nowhere and so holds the activity. */
    public String nowhere() {
        return "link(" + rows().contact() + ", \"all links lead to deleted records\")";
    }

    /** Returns whether it was linked to something, all of which is deleted. */
    public String isOrphan() {
        List<String> alive = new ArrayList<>();
        for (String kind : List.of("contact", "opportunity", "account", "lead", "contract", "target")) {
            if (knows(kind)) {
                alive.add("present(" + live(kind, "first") + ")");
            }
        }
        return "and(related(activityLink, on: activity, equals: $id, reduce: any), not(or(" + String.join(", ", alive)
                + ")))";
    }

    /** Returns whether it is linked to something that a note can hang on. */
    public String hasPlace() {
        List<String> places = new ArrayList<>();
        for (String kind : List.of("contact", "opportunity", "account")) {
            if (knows(kind)) {
                places.add("present(" + live(kind, "first") + ")");
            }
        }
        return places.isEmpty() ? "false" : "or(" + String.join(", ", places) + ")";
    }

    /** Returns the names of all contacts that it is linked to, if they are several. */
    public String furtherContacts() {
        return knows("contact") ? further("contact", ContactText.name(business)) : "null";
    }

    /** Returns the names of all that it is linked to beyond the first, but for contacts. */
    public String furtherLinks() {
        List<String> names = new ArrayList<>();
        if (knows("opportunity")) {
            names.add(further("opportunity", "name"));
        }
        if (knows("account")) {
            names.add(further("account", "name"));
        }
        if (knows("lead")) {
            names.add(
                    "related(activityLink, on: activity, equals: $id, where: eq(kind, \"lead\"), each: related(lead, on:"
                            + " $id, equals: target, each: join(\" \", firstName, lastName)), reduce: list)");
        }
        if (knows("contract")) {
            names.add("related(activityLink, on: activity, equals: $id, where: eq(kind, \"contract\"), each:"
                    + " related(contract, on: $id, equals: target, each: title), reduce: list)");
        }
        return names.isEmpty() ? "null" : "join(\"; \", " + String.join(", ", names) + ")";
    }

    private String further(String kind, String name) {
        return "case(gt(size(" + live(kind, "list") + "), 1) => related(activityLink, on: activity, equals: $id, where:"
                + " eq(kind, \"" + kind + "\"), each: related(" + kind + ", on: $id, equals: target, each: " + name
                + "), reduce: list), else => null)";
    }

    /** Returns the addresses of the guests of a meeting that came from a calendar. */
    public String guests() {
        return business.has("calendarEvent", "attendeeEmails")
                ? "related(calendarEvent, on: activity, equals: $id, each: attendeeEmails, reduce: first)"
                : "null";
    }
}
