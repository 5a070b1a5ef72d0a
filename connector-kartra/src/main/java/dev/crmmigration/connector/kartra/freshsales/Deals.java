package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;

/** What deals of transactions and of subscriptions have in common. */
final class Deals {

    private final Export export;
    private final ContactText contacts;

    Deals(Export export) {
        this.export = export;
        this.contacts = FreshsalesRow.contacts(export);
    }

    /** Sets contact and account from the contact that a record names. */
    void belong(Fields fields, String from, String idColumn, String emailColumn) {
        if (!export.has(CONTACT)) {
            fields.set("contacts", "list(" + contacts.personOrHold("null", from, idColumn) + ")");
            return;
        }
        String contact = contacts.of(from, idColumn, emailColumn);
        String link = export.chose(KartraChoices.UNLINKED_TRANSACTIONS, "hold")
                ? contacts.personOrHold(contact, from, idColumn)
                : "link(" + FreshsalesRow.CONTACT_TO_CONTACT + ", " + contact + ")";
        fields.set("contacts", "list(" + link + ")").set("sales_account_id", contacts.organizationOf(contact));
    }

    /** Sets when a deal was closed, as far as the account takes it. */
    static void closed(Fields fields, Export export, DestinationView account, String moment) {
        fields.momentOrDay(account, "closed_date", moment, export.day(moment));
    }
}
