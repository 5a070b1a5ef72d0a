package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.identity.EmailText;
import dev.crmmigration.toolkit.identity.KeyIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes which rows of other objects name a contact that the export does not hold, only its address, or another one than their
 * subscription does. Nothing is put aside for that: mappings find contacts in the same way, and hold what has none. Sees the rows of all
 * objects, contacts first; holds their keys only. Not thread-safe.
 */
final class ContactLinks {

    private static final String LEAD = "lead_id";
    private static final String EMAIL = "email";
    private static final String SUBSCRIPTION = "subscription_id";

    /** Of a reference that a spreadsheet shortened, the text as it stood may still tell the only contact that it can mean. */
    private static final Set<String> SHORTENED = Set.of(Rule.XL_SCI.name(), Rule.XL_15DIGITS.name());

    private final KeyIndex contacts = new KeyIndex();
    private final Map<String, String> byAddress = new HashMap<>();
    private final Set<String> ofSeveral = new HashSet<>();
    private final Map<String, String> bySubscription = new HashMap<>();
    private boolean hasContacts;
    private boolean hasIds;

    /** Takes in a row. */
    void see(ObjectType type, Row row) {
        if (type.equals(Contacts.TYPE)) {
            seeContact(row);
        } else if (type.equals(Subscriptions.TYPE) || type.equals(Transactions.TYPE)) {
            String subscription = row.text(SUBSCRIPTION);
            String contact = find(type, row).id();
            if (subscription != null && !contact.isEmpty()) {
                bySubscription.putIfAbsent(subscription, contact);
            }
        }
    }

    private void seeContact(Row row) {
        hasContacts = true;
        hasIds |= row.text(LEAD) != null;
        contacts.add(row.id());
        address(row, EMAIL).ifPresent(address -> {
            contacts.addKey(row.id(), EMAIL, address);
            if (!byAddress.computeIfAbsent(address, any -> row.id()).equals(row.id())) {
                ofSeveral.add(address);
            }
        });
    }

    private static Optional<String> address(Row row, String column) {
        String text = row.text(column);
        return text == null ? Optional.empty() : EmailText.key(text);
    }

    /** Notes what is odd about a row, after all rows were seen. */
    void mend(ObjectType type, Row row) {
        if (type.equals(Contacts.TYPE)) {
            address(row, EMAIL)
                    .filter(ofSeveral::contains)
                    .ifPresent(address ->
                            row.repaired(EMAIL, Rule.EMAIL_DUP_CASE.name(), String.valueOf(row.text(EMAIL))));
        } else if (hasContacts) {
            link(type, row);
        }
    }

    private void link(ObjectType type, Row row) {
        KeyIndex.Found found = find(type, row);
        String lead = row.text(LEAD);
        if (found.isOrphan()) {
            row.repaired(naming(type, row), orphan(type).name(), lead == null ? "" : lead);
            return;
        }
        Optional<Rule> rule = found.rule();
        if (hasIds && lead != null && rule.isPresent()) {
            row.repaired(LEAD, rule.get().name(), lead);
        }
        if (hasIds && lead == null && isShortened(rule)) {
            row.put(LEAD, found.id());
        }
        String subscription = type.equals(Transactions.TYPE) ? row.text(SUBSCRIPTION) : null;
        if (subscription != null && !found.id().equals(bySubscription.getOrDefault(subscription, found.id()))) {
            row.repaired(SUBSCRIPTION, Rule.CHAIN_BROKEN.name(), subscription);
        }
    }

    private static boolean isShortened(Optional<Rule> rule) {
        return rule.filter(one -> SHORTENED.contains(one.name())).isPresent();
    }

    /** A file of contacts without ids has their addresses for ids; then no id can be found. */
    private KeyIndex.Found find(ObjectType type, Row row) {
        String lead = hasIds ? named(row) : null;
        Map<String, String> beside = address(row, addressOf(type))
                .map(address -> Map.of(EMAIL, address))
                .orElse(Map.of());
        return contacts.find(lead == null ? "" : lead, beside);
    }

    private static @Nullable String named(Row row) {
        String lead = row.text(LEAD);
        return lead != null
                ? lead
                : row.repairs().stream()
                        .filter(repair -> repair.field().equals(LEAD) && SHORTENED.contains(repair.rule()))
                        .map(Repair::raw)
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the field that should name the contact; empty text if the file has none. */
    private static String naming(ObjectType type, Row row) {
        if (row.hasColumn(LEAD)) {
            return LEAD;
        }
        return row.hasColumn(addressOf(type)) ? addressOf(type) : "";
    }

    private static String addressOf(ObjectType type) {
        return type.equals(Transactions.TYPE) ? "buyer_email" : type.equals(Affiliates.TYPE) ? EMAIL : "lead_email";
    }

    /** Kartra has no invoices and sessions: its payments and appointments are what those are elsewhere. */
    private static Rule orphan(ObjectType type) {
        if (type.equals(Appointments.TYPE)) {
            return Rule.ORPHAN_SESSION;
        }
        return type.equals(Affiliates.TYPE) ? Rule.REF_DANGLING : Rule.ORPHAN_INVOICE;
    }
}
