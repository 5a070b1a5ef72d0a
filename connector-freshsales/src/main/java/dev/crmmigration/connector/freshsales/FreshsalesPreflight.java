package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Preflight.Finding;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at the account before anything is written: what the key's user may see, and what the account demands. */
final class FreshsalesPreflight {

    private static final String PROBE_NAME = "Migration check - may be deleted";
    private static final List<FreshsalesObject> WITH_FORMS =
            List.of(FreshsalesObject.SALES_ACCOUNT, FreshsalesObject.CONTACT, FreshsalesObject.DEAL);

    private final AccountLists lists;
    private final FreshsalesSettings settings;

    FreshsalesPreflight(AccountLists lists, FreshsalesSettings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    Preflight read() {
        List<Finding> findings = new ArrayList<>();
        boolean canProbe = false;
        for (FreshsalesObject object : WITH_FORMS) {
            findings.add(view(object));
            List<RemoteField> fields = lists.fields(object);
            findings.add(form(object, demanded(fields)));
            canProbe |= object == FreshsalesObject.SALES_ACCOUNT && canProbe(fields);
        }
        findings.add(deletion());
        findings.add(bulk());
        findings.add(plan());
        if (!settings.limited()) {
            findings.add(Finding.note("PLAN", "Setting limits is off: calls are held to no limit of this plan."));
        }
        return new Preflight(findings, canProbe ? Optional.of(probe()) : Optional.empty());
    }

    private static Preflight.Probe probe() {
        return new Preflight.Probe(ObjectType.of("sales_account"), Map.of("name", FieldValue.of(PROBE_NAME)));
    }

    private Finding view(FreshsalesObject object) {
        return lists.viewOfAll(object).isPresent()
                ? Finding.ok("VIEWS", "The key's user has a view of all " + object.plural() + ".")
                : Finding.blocker(
                        "VIEWS",
                        "The key's user has no view of all " + object.plural()
                                + ", so that they cannot be read back. Use the key of an admin.");
    }

    /** Tells by the fields of accounts whether one can be made of a name alone. */
    static boolean canProbe(List<RemoteField> fields) {
        return demanded(fields).stream().allMatch("name"::equals);
    }

    private static List<String> demanded(List<RemoteField> fields) {
        return fields.stream()
                .filter(RemoteField::required)
                .map(field -> field.custom() ? "'" + field.label() + "'" : SystemFields.key(field.name()))
                .toList();
    }

    private static Finding form(FreshsalesObject object, List<String> demanded) {
        return Finding.ok(
                "REQUIRED",
                "The account demands of every one of its " + object.plural() + ": "
                        + (demanded.isEmpty() ? "nothing" : String.join(", ", demanded)) + ".");
    }

    private Finding deletion() {
        return settings.forgets()
                ? Finding.ok(
                        "DELETION", "A rollback deletes records for good, so that their unique values are free again.")
                : Finding.note(
                        "DELETION",
                        "A rollback puts records into the recycle bin, where they may hold their names, addresses and"
                                + " numbers for 90 days: the same records can then not be written again.");
    }

    private Finding bulk() {
        List<String> names =
                settings.bulk().stream().map(FreshsalesObject::plural).sorted().toList();
        return Finding.ok(
                "BULK",
                names.isEmpty()
                        ? "Every record takes a call of its own. Setting bulk has contacts, accounts and deals created up to"
                                + " 100 a call, which takes three calls instead of a hundred."
                        : "Created up to 100 a call, if they carry a key of the migration: " + String.join(", ", names)
                                + ". What such a call does not do is tried alone. Accounts and deals are named by their field 'Source key':"
                                + " an admin has to set it to unique values, or they take a call each all the same.");
    }

    private Finding plan() {
        return Finding.ok(
                "PLAN",
                "By the settings it is the plan '" + settings.plan().settingName() + "' with " + settings.seats()
                        + " user(s): " + number(settings.callsPerHour()) + " calls an hour for this migration, "
                        + (settings.evenly() ? "spread over it" : "as fast as they can be made") + "; "
                        + cap(settings.customFieldCap(), "custom fields of one object") + "; "
                        + cap(settings.storage(), "bytes of files")
                        + ". No call tells plan and users: check them (Admin settings > Billing).");
    }

    private static String cap(OptionalLong cap, String what) {
        return cap.isPresent() ? "at most " + number(cap.getAsLong()) + " " + what : "any number of " + what;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
