package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.List;

/** Makes a contact of every contact, in the order in which they joined. */
public final class ContactToContact extends FreshsalesRow {

    public ContactToContact() {
        super(1, "Contact (formerly Lead) -> Contact", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(KartraChoices.DUPLICATE_CONTACTS, KartraChoices.CALENDAR_ZONE, Choices.PHONE);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "creation time of contacts",
                        "Freshsales stamps the import",
                        "kartra_created_date__c, with date and time if the account has such a field, else the day and the"
                                + " exact moment as text"),
                new Loss(
                        "contacts without an e-mail address",
                        "a stock account demands one",
                        "they are refused and listed, unless the account no longer demands it"),
                new Loss("middle_name", "contacts have no such field", "it stands behind the first name"),
                new Loss(
                        "further phones, and phones that are no numbers",
                        "there is one number of a kind, and other text is thrown away",
                        "the field other_phones__c"),
                new Loss(
                        "merged duplicates",
                        "a contact has one value a field",
                        "the values of the contact that joined first; of the others their phone numbers, tags, lists,"
                                + " notes, deals and appointments move as well, and their company if the first has none"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CONTACT)) {
            return List.of();
        }
        ContactText contact = contacts(export);
        RecordsBuilder contacts = MappingPart.Records.from(CONTACT).to(FreshsalesNames.CONTACT);
        if (contact.merges()) {
            contacts.sameAs(contact.sameAs());
        }
        Fields fields = new Fields(export, CONTACT, FreshsalesNames.CONTACT)
                .set("first_name", "join(\" \", " + export.columns(CONTACT, "first_name", "middle_name") + ")")
                .set(
                        "last_name",
                        PersonFields.lastName(
                                export.column(CONTACT, "first_name"),
                                export.column(CONTACT, "last_name"),
                                contact.displayName()))
                .set("emails", "contactPoints(contactPoint(email, \"work\"))", "email")
                .set("sales_accounts", "list(" + contact.companyLink() + ")")
                .set("address", "address", "address")
                .set("city", "city", "city")
                .set("state", "state", "state")
                .set("zipcode", "zip", "zip")
                .set("country", "country", "country")
                .moment(account, "kartra_created_date__c", "created", "created");
        if (export.has(CONTACT, "phone")) {
            String all =
                    contact.ofAllDuplicates("list(e164(" + export.column(CONTACT, "phone_country_code") + ", phone))");
            PersonFields.phones(fields, export.chose(Choices.PHONE, "mobile"), "other_phones__c", all);
        }
        return List.of(
                inOrder(fields.into(contacts), export, CONTACT, "created").build());
    }
}
