package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.connector.nextcrm.mapping.Business;
import java.util.ArrayList;
import java.util.List;

/** Expressions over an activity: what it hangs on, by links of which any may lead to nothing. */
final class ActivityText {

    private final Business business;
    private final PersonText persons;

    ActivityText(Business business) {
        this.business = business;
        this.persons = new PersonText(business);
    }

    /** Returns the ids of the records of an object that the activity is linked to and that are there. */
    private String live(String kind, String reduce) {
        return "related(activityLink, on: activity, equals: $id, where: eq(kind, \"" + kind + "\"), each: "
                + business.live(kind, "target") + ", reduce: " + reduce + ")";
    }

    private boolean knows(String object) {
        return business.has("activityLink") && business.has(object);
    }

    /** Returns links to the persons who take part; it holds the activity if all that it is linked to is gone. */
    String participants() {
        List<String> people = new ArrayList<>();
        if (knows("contact")) {
            people.add("link(ContactToPerson, " + live("contact", "list") + ")");
        }
        if (knows("target") && persons.targetsMove()) {
            people.add("link(TargetToPerson, related(activityLink, on: activity, equals: $id, where: eq(kind,"
                    + " \"target\"), each: related(target, on: $id, equals: target, where: "
                    + TargetToPerson.moves(business) + "), reduce: list))");
        }
        if (!business.has("activityLink")) {
            return "null";
        }
        people.add("case(" + isOrphan()
                + " => link(ContactToPerson, \"all links lead to deleted records\"), else => null)");
        return "list(" + String.join(", ", people) + ")";
    }

    /** Returns the first person who takes part. */
    String person() {
        return knows("contact") ? "link(ContactToPerson, " + live("contact", "first") + ")" : "null";
    }

    String deal() {
        return knows("opportunity") ? "link(OpportunityToDeal, " + live("opportunity", "first") + ")" : "null";
    }

    String organization() {
        return knows("account") ? "link(AccountToOrganization, " + live("account", "first") + ")" : "null";
    }

    private String isOrphan() {
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
    String hasPlace() {
        List<String> places = new ArrayList<>();
        for (String kind : List.of("contact", "opportunity", "account")) {
            if (knows(kind)) {
                places.add("present(" + live(kind, "first") + ")");
            }
        }
        return places.isEmpty() ? "false" : "or(" + String.join(", ", places) + ")";
    }

    /** Returns the names of all that it is linked to beyond the first. */
    String furtherLinks() {
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
    String guests() {
        return business.has("calendarEvent", "attendeeEmails")
                ? "related(calendarEvent, on: activity, equals: $id, each: attendeeEmails, reduce: first)"
                : "null";
    }
}
