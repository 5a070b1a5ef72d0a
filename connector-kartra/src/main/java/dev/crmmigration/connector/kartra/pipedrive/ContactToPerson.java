package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes a person of every contact, in the order in which they joined. */
public final class ContactToPerson extends KartraRow {

    public ContactToPerson() {
        super(1, "Contact (formerly Lead) -> Person", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(KartraChoices.DUPLICATE_CONTACTS, KartraChoices.CALENDAR_ZONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "address",
                        "Pipedrive has an address of persons only after contact sync is set up",
                        "the field postal_address where the account has it, else the custom field address__c"),
                new Loss(
                        "middle_name",
                        "a person has one name, which Pipedrive splits",
                        "it stands in the name between first and last name"),
                new Loss(
                        "merged duplicates",
                        "a person has one value a field",
                        "the values of the contact that joined first; of the others their phone numbers, tags, lists,"
                                + " notes, deals and appointments move as well, and their company if the first has none"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CONTACT)) {
            return List.of();
        }
        ContactText contact = contacts(export);
        RecordsBuilder persons = MappingPart.Records.from(CONTACT).to(PERSON);
        if (contact.merges()) {
            persons.sameAs(contact.sameAs());
        }
        if (export.has(CONTACT, "created")) {
            persons.orderBy("created");
        }
        Fields fields = new Fields(export, CONTACT, PERSON)
                .set("name", contact.displayName())
                .set("emails", "contactPoints(contactPoint(email, \"work\"))", "email")
                .set("phones", phones(export, contact), "phone")
                .set("org_id", "link(CompanyToOrganization, " + contact.organizationKey() + ")")
                .set("add_time", "created", "created")
                .custom("kartra_created_date__c", FieldType.DATE, export.day("created"), "created");
        address(fields, export, account);
        return List.of(fields.into(persons).build());
    }

    private static String phones(Export export, ContactText contact) {
        String phone = "contactPoint(e164(" + export.column(CONTACT, "phone_country_code") + ", phone), \"work\")";
        return "contactPoints(" + contact.ofAllDuplicates(phone) + ")";
    }

    private static void address(Fields fields, Export export, DestinationView account) {
        String[] columns = {"address", "city", "state", "zip", "country"};
        StringBuilder parts = new StringBuilder();
        for (String column : columns) {
            parts.append(parts.isEmpty() ? "" : ", ").append(export.column(CONTACT, column));
        }
        String address = "address(" + parts + ")";
        if (account.takes(PERSON, "postal_address", FieldType.ADDRESS)) {
            fields.set("postal_address", address, columns);
        } else {
            fields.custom("address__c", FieldType.ADDRESS, address, columns);
        }
    }
}
