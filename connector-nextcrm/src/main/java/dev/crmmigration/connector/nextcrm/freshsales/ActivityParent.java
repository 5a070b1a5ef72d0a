package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.nextcrm.mapping.ActivityText;
import dev.crmmigration.connector.nextcrm.mapping.Business;

/**
 * What an activity hangs on. Freshsales takes one record: the first contact, else the first deal, else the first sales
 * account, else a lead or target that became a contact.
 */
final class ActivityParent {

    private final Business business;
    private final ActivityText text;

    ActivityParent(Business business, ActivityText text) {
        this.business = business;
        this.text = text;
    }

    /** Returns whether there is something to hang on. */
    String isThere() {
        return "or(present(" + first("contact") + "), present(" + first("opportunity") + "), present("
                + first("account") + "), present(" + lead() + "), present(" + target() + "))";
    }

    /** Returns whether there is, or was before it was deleted. */
    String isOrWasThere() {
        return business.has("activityLink") ? "or(" + isThere() + ", " + text.isOrphan() + ")" : "false";
    }

    /** Names it; what was linked to deleted records only is held. */
    RecordsBuilder addTo(RecordsBuilder records) {
        String contact = first("contact");
        String deal = first("opportunity");
        String account = first("account");
        String orphan = business.has("activityLink") ? text.isOrphan() + " => " + text.nowhere() + ", " : "";
        return records.set(
                        OF_CONTACT,
                        "case(present(" + contact + ") => link(ContactToContact, " + contact + "), or(present(" + deal
                                + "), present(" + account + ")) => null, present(" + lead()
                                + ") => link(LeadToContact, "
                                + lead() + "), present(" + target() + ") => link(TargetToContact, " + target() + "), "
                                + orphan + "else => null)")
                .set(OF_DEAL, "case(present(" + contact + ") => null, else => link(OpportunityToDeal, " + deal + "))")
                .set(
                        OF_SALES_ACCOUNT,
                        "case(or(present(" + contact + "), present(" + deal + ")) => null, else =>"
                                + " link(AccountToAccount, " + account + "))");
    }

    private String first(String kind) {
        return text.knows(kind) ? text.live(kind, "first") : "null";
    }

    private String lead() {
        return text.knows("lead") && new Leads(business).move() ? linked("lead", new Leads(business).isNew()) : "null";
    }

    private String target() {
        return text.knows("target") && FreshsalesRow.people(business).targetsMove()
                ? linked("target", FreshsalesRow.people(business).targetMoves())
                : "null";
    }

    private static String linked(String kind, String where) {
        return "related(activityLink, on: activity, equals: $id, where: eq(kind, \"" + kind + "\"), each: related("
                + kind + ", on: $id, equals: target, where: " + where + "), reduce: first)";
    }
}
